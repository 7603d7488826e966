"""What the command line takes, and what its dates and filters mean."""

import argparse
import csv
from datetime import date
from pathlib import Path
from typing import Final

from metrics.output import FORMATS
from metrics.periods import When
from metrics.vocabulary import Release

DEFINITIONS: Final = Path("docs") / "definitions.md"

WHERE_HELP: Final = "keep only these, parted by commas (quote a value that has one: 'column=\"a, b\"'); may be repeated"


def parser() -> argparse.ArgumentParser:
    """Give the parser of the whole command line."""
    whole = argparse.ArgumentParser(prog="python -m metrics", description="Figures on placements, from what is loaded.")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND")
    listed = commands.add_parser("list", help="name every metric")
    listed.add_argument("--json", action="store_true", help="with definition, unit, source and the rest of the card")
    _add_show(commands.add_parser("show", help="show the figures of one metric"))
    definitions = commands.add_parser("definitions", help="print every definition as Markdown")
    definitions.add_argument("--write", nargs="?", type=Path, const=DEFINITIONS, metavar="FILE", help="into a file")
    return whole


def _add_show(show: argparse.ArgumentParser) -> None:
    show.add_argument("slug", help="which metric, as `list` names it")
    show.add_argument("--by", default="", help="group by these, parted by commas: borough,month")
    show.add_argument("--where", action="append", default=[], metavar="COLUMN=VALUE", help=WHERE_HELP)
    show.add_argument("--at", metavar="DATE", help="at this date (2025-03-31); for what takes time, the year to it")
    show.add_argument("--from", dest="since", metavar="DATE", help="first day; the latest twelve months if not given")
    show.add_argument("--to", metavar="DATE", help="last day")
    show.add_argument("--release", choices=[*Release], default=Release.WORKING, help="whose rules for small counts")
    show.add_argument("--format", choices=[*FORMATS], default="table")


def when_of(asked: argparse.Namespace) -> When | None:
    """Give the span asked for, if any; a date alone is the twelve months to it.

    Raises:
        ValueError: no date, half a span, or both ways at once.
    """
    if asked.at and (asked.since or asked.to):
        raise ValueError("Give either --at or --from and --to, not both.")
    if asked.at:
        return When.year_to(_date(asked.at))
    if not asked.since and not asked.to:
        return None
    if not (asked.since and asked.to):
        raise ValueError("Give both --from and --to.")
    return When(_date(asked.since), _date(asked.to))


def where_of(pairs: list[str]) -> dict[str, tuple[str, ...]]:
    """Give the filters: column to values, parted by commas as in CSV or given again.

    Raises:
        ValueError: a filter without an equals sign.
    """
    where: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        column, equals, values = pair.partition("=")
        if not equals:
            raise ValueError(f"{pair} is no filter. Write it as borough=Brent or borough=Brent,Ealing.")
        found = next(csv.reader([values], skipinitialspace=True)) or [""]
        where[column.strip()] = where.get(column.strip(), ()) + tuple(value.strip() for value in found)
    return where


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"{text} is not a date. Write it as 2025-03-31.") from None
