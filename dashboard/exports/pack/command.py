"""The command that makes a pack: no session, nobody signed in; the operator chooses the release and whose cut it is."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dashboard.auth.current_user import operating
from dashboard.data import data_source, loaded
from dashboard.exports.operator import add_scope, scope_of, user
from dashboard.exports.pack import saved_views
from dashboard.exports.pack.plan import Plans
from dashboard.exports.pack.settings import PackError, Settings, of_view, period, selection, settings_of
from dashboard.exports.pack.write import written
from dashboard.filters.parameters import THEMES
from loaders.reading.files import shown
from metrics import Theme
from store.errors import StoreError

ABOUT: Final = "Make a board pack: PDF, PowerPoint or Excel, as the file is named. Each is logged."


def run(arguments: Sequence[str], plans: Plans) -> int:
    """Make the pack and say so; 1 and a sentence where it cannot be made."""
    given = _parser().parse_args(arguments)
    try:
        with operating(scope_of(given)):
            _make(given, plans)
    except (PackError, StoreError, OSError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser("python -m dashboard.exports", description=ABOUT)
    parser.add_argument("what", choices=["pack"])
    parser.add_argument("--to", type=Path, required=True, metavar="FILE", help="a name that ends in pdf, pptx or xlsx")
    add_scope(parser)
    parser.add_argument(
        "--borough", action="append", default=[], help="one: the pack is about it; several: those alone"
    )
    parser.add_argument("--themes", nargs="+", default=[], metavar="THEME", help=f"of {', '.join(THEMES)} (all)")
    parser.add_argument(
        "--period",
        default="",
        help='"Sep 2026": the twelve months to it (the latest); working release also "Apr 2026 to Sep 2026"',
    )
    parser.add_argument("--view", default="", metavar="NAME", help="a saved view: its borough, months and filters")
    parser.add_argument("--by", default="", metavar="NAME", help="who made it, for the cover (whoever is logged in)")
    return parser


def _make(given: Namespace, plans: Plans) -> None:
    if data_source.is_empty():
        raise PackError("Nothing is loaded yet, so there is nothing to make a pack of.")
    began = time.perf_counter()
    content = written(_settings(given), plans, given.to.suffix.removeprefix(".").lower())
    given.to.write_bytes(content)
    sys.stdout.write(f"{shown(str(given.to))}: {len(content) / 1024:,.0f} KB in {time.perf_counter() - began:.1f} s\n")


def _settings(given: Namespace) -> Settings:
    if given.view:
        return of_view(saved_views.query(given.view), given.by or user())
    for name in (*given.borough, *given.readers):
        if name not in loaded.boroughs():
            raise PackError(f"{name} is not a borough of this pack. There are {', '.join(loaded.boroughs())}.")
    unknown = [theme for theme in given.themes if theme not in THEMES]
    if unknown:
        raise PackError(f"There is no theme {unknown[0]}. There are {', '.join(THEMES)}.")
    focus = given.borough[0] if len(given.borough) == 1 else None
    themes = [Theme(theme) for theme in given.themes] or list(THEMES)
    boroughs = given.borough if len(given.borough) > 1 else ()
    return settings_of(selection(focus, *period(given.period)), themes, boroughs, given.by or user())
