"""Beyond the working release nothing reads the real tables, by whatever exit a figure leaves.

Those about children are barred: whatever reads one fails, and is on record even where the page goes on without it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from itertools import product
from typing import Final

import polars as pl
import pytest

from dashboard.auth import current_user
from dashboard.data import data_source, downloads
from dashboard.exports.data_package.tables import figures_of
from dashboard.exports.pack.settings import THEMES, period, selection, settings_of
from dashboard.exports.pack.write import written
from dashboard.pages.pack_plans import PACK_PLANS
from metrics import METRICS, Release
from metrics.__main__ import main
from metrics.disclosure import Protected, protected
from metrics.engine.table_cache import Held
from tests.attacker.barred import Barred, barred
from tests.conftest import AT_LENGTH, Tables
from tests.dashboard.conftest import App
from tests.dashboard.pages.event.test_event import started
from tests.dashboard.test_every_page import PAGES, wrong

FOCUS = "Brent"
OF_ONE = replace(current_user.DEMONSTRATION, role="Commissioner", boroughs=(FOCUS,))
"""Somebody of one borough, who sees the others only together."""

WAYS: Final = ("", "borough", "broad_type", "borough,provider")
"""What the command line groups by: one of them for each measure, all of them in `make prove`."""
READERS: Final = {"everyone": current_user.DEMONSTRATION, "one borough": OF_ONE}
EACH: Final = list(product(READERS, ["Board", "Event"]))


@pytest.fixture(scope="module")
def behind(made_up_tables: Tables) -> Protected:
    """Give what the releases are made of."""
    since = made_up_tables["loaded"].with_columns(return_year=pl.lit(2021, pl.Int16)).collect().lazy()
    return protected(Held({**made_up_tables, "loaded": since}))


@pytest.fixture
def real(app: App, made_up_tables: Tables, behind: Protected, monkeypatch: pytest.MonkeyPatch) -> Iterator[Barred]:
    """Have the real tables barred, and every download made as its button is drawn."""
    app(made_up_tables)
    found = barred({**made_up_tables, "loaded": behind["loaded"]}, behind)
    monkeypatch.setattr(data_source, "_in_memory", lambda _: found.tables)
    monkeypatch.setattr(downloads, "carried", at_once)
    yield found
    assert found.read == []


def at_once(made: Callable[[], bytes]) -> Callable[[], bytes]:
    """Make a download at once, as for a reader who takes every one."""
    with suppress(AssertionError):  # of a button that is off; what reads barred tables is on record
        made()
    return made


def test_what_is_barred_is_heard_of(real: Barred, app: App, made_up_tables: Tables, faults: list[str]):
    app(made_up_tables)("", release="Working")
    assert real.read
    assert faults
    real.read.clear()
    faults.clear()


@pytest.mark.parametrize(("who", "release"), EACH if AT_LENGTH else [("one borough", "Board"), ("everyone", "Event")])
@pytest.mark.parametrize("given", [{}, {"borough": FOCUS}] if AT_LENGTH else [{"borough": FOCUS}])
@pytest.mark.parametrize("address", PAGES)
def test_pages_and_their_files(
    app: App,
    real: Barred,
    made_up_tables: Tables,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    given: Mapping[str, str],
    who: str,
    release: str,
):
    monkeypatch.setattr(current_user, "DEMONSTRATION", READERS[who])
    page = app(made_up_tables)(address, release=release, **given)
    assert wrong(page) == []
    assert [title.value for title in page.title] == [PAGES[address]]
    assert real.read == []


def test_screens_of_an_event(app: App, real: Barred, made_up_tables: Tables):
    every = ["Overview", "Placement mix", "Out of area", "Needs profiles", "Missing from home", "Cost", "Compare"]
    page = started(app, made_up_tables, shown=every)
    while not page.button(key="event-Right").disabled:
        page = page.button(key="event-Right").click().run()
        assert not page.exception
    assert real.read == []


@pytest.mark.parametrize("kind", ["pdf", "pptx", "xlsx"] if AT_LENGTH else ["pptx"])
@pytest.mark.parametrize(
    ("boroughs", "focus"),
    [*product([None, (FOCUS,)], [None, FOCUS])] if AT_LENGTH else [(None, None), ((FOCUS,), FOCUS)],
)
def test_packs(real: Barred, boroughs: tuple[str, ...] | None, focus: str | None, kind: str):
    with current_user.operating(current_user.Scope("Command line", boroughs, Release.BOARD)):
        settings = settings_of(selection(focus, *period("")), THEMES, (), "A tester")
        assert written(settings, PACK_PLANS, kind)
    assert real.read == []


def test_figures_as_data(real: Barred):
    with current_user.operating(current_user.Scope("Command line", None, Release.BOARD)):
        rows = figures_of(METRICS if AT_LENGTH else list(METRICS)[::9], period("")[1])
    assert rows.height > 1000
    assert real.read == []


@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
@pytest.mark.parametrize("slug", METRICS)
def test_the_command_line(real: Barred, slug: str, release: Release):
    for by in WAYS if AT_LENGTH else [WAYS[list(METRICS).index(slug) % len(WAYS)]]:
        main(["show", slug, "--by", by, "--release", release.value], real.tables)
        main(["show", slug, "--by", by, "--release", release.value, "--where", "borough=Brent"], real.tables)
    assert real.read == []
