"""In the releases for others nothing travels that they may not see: not in a chart, a table, a tooltip or a file."""

import json
import logging
import re
from collections.abc import Iterator
from typing import Final

import polars as pl
import pytest
from playwright.sync_api import Browser, Locator, Page

from metrics import Release
from metrics.disclosure import RULES
from tests.browser.test_pages import PAGES
from tests.browser.visit import WAIT, Visit, visit
from tests.browser.wire import Chart, Wire
from tests.conftest import AT_LENGTH, ROOT

pytestmark = pytest.mark.browser

LOG: Final = logging.getLogger(__name__)
CHILD: Final = re.compile(rb"\b(BRE|EAL|HAF|HAW|HIL|HOU|KAC|WES)-[A-Z]*\d+")
FIGURES: Final = {"value", "numerator", "denominator", "lower", "upper", "n", "shown"}
QUIET: Final = ("Definition", "Table")
"""The buttons of a panel's quiet row that open something on the page.

Of each the first few of a page are opened, of files the first is taken; `make prove` opens and takes every one, and
turns every switch of a page.
"""
TRIES: Final = 200
SOON: Final = 50
"""Milliseconds from one press of a key to the next, and how often it is pressed."""
SOME: Final = 2
HIDES_MOST: Final = ("", "needs", "missing", "cost", "curve")
"""Pages that the board release is looked at on; `make prove` looks at every page in both."""


@pytest.fixture(scope="module")
def names() -> set[str]:
    """Every provider, owner and setting that the sample's files name."""
    register = pl.read_csv(ROOT / "sample_data" / "providers.csv", infer_schema=False)
    costs = pl.concat([pl.read_csv(path, infer_schema=False).select("Provider") for path in _costs()])
    told = [*register["Provider"], *register["Owner"], *register["Setting"], *costs["Provider"]]
    return {name for name in told if name and not name.endswith("in-house") and name != "Parents"}


def _costs() -> list[object]:
    return sorted((ROOT / "sample_data").glob("*/*/costs.csv"))


@pytest.mark.parametrize("release", ["Event", "Board"][: 2 if AT_LENGTH else 1])
def test_what_travels(browser: Browser, app_url: str, release: str, names: set[str]) -> None:
    wire = Wire()
    with visit(browser, app_url) as seen:
        wire.listen(seen.page)
        for path in PAGES if AT_LENGTH else HIDES_MOST:
            seen.open(f"{path}?release={release}")
            for _ in _switches(seen) if AT_LENGTH else [None]:
                _open_all(seen, wire)
    assert wire.unread() == set()
    told = wire.everything()
    have = [len(each) for each in (told, wire.charts, wire.tables, wire.files)]
    LOG.info("%s: %d bytes, %d charts, %d tables, %d files", release, *have)
    assert len(wire.charts) > 10, "The pages were drawn."
    assert not CHILD.search(told)
    assert [chart for chart in wire.charts if undrawn(chart)] == []
    assert [table for table in all_tables(wire) if tells_hidden(table)] == []
    few = RULES[Release(release.lower())].hide_to
    assert [table for table in all_tables(wire) if tells_few(table, few)] == []
    assert (release == "Board") == bool(wire.files)
    if release == "Event":
        assert sorted(name for name in names if name.encode() in told) == []


def _open_all(seen: Visit, wire: Wire) -> None:
    """Click what opens something on the page or gives a file."""
    for label in QUIET:
        for place in range(_buttons(seen.page, label))[: None if AT_LENGTH else SOME]:
            button = _button(seen.page, label, place)
            if button.is_visible():
                button.click()
                _close(seen.page)
    seen.settle()
    files = _buttons(seen.page, "CSV")
    for place in range(files if AT_LENGTH else min(files, 1)):
        wire.keep_csv(*_taken(seen.page, place))


def _close(page: Page) -> None:
    """Close what a click opened, once it is there: left open it would lie over the next button.

    The key is pressed until it is heard, for it is not before what opened has the focus.
    """
    opened = page.locator('[data-testid="stPopoverButton"][aria-expanded="true"]')
    opened.wait_for(timeout=WAIT)
    for _ in range(TRIES):
        page.keyboard.press("Escape")
        page.wait_for_timeout(SOON)
        if not opened.count():
            return
    raise AssertionError("What a click opened does not close.")


def _taken(page: Page, place: int) -> tuple[str, str]:
    """Take a file: where it is from, and what is in it."""
    page.evaluate("() => { window.taken = null }")
    _button(page, "CSV", place).click()
    page.wait_for_function("() => window.taken !== null", timeout=WAIT)
    url, text = page.evaluate("() => window.taken")
    return url, text


def _switches(seen: Visit) -> Iterator[None]:
    """Turn each switch that a page has for itself, one after another."""
    yield
    for place in range(seen.page.get_by_test_id("stMainBlockContainer").get_by_role("radio").count()):
        seen.page.get_by_test_id("stMainBlockContainer").get_by_role("radio").nth(place).click(force=True)
        seen.settle()
        yield


def _button(page: Page, label: str, place: int) -> Locator:
    return page.get_by_test_id("stMainBlockContainer").get_by_role("button", name=label, exact=True).nth(place)


def _buttons(page: Page, label: str) -> int:
    return page.get_by_test_id("stMainBlockContainer").get_by_role("button", name=label, exact=True).count()


def all_tables(wire: Wire) -> list[pl.DataFrame]:
    return [*wire.tables, *wire.files, *(table for chart in wire.charts for table in chart.tables)]


def undrawn(chart: Chart) -> list[str]:
    """Columns that came with a chart and that its description does not draw, say or calculate with."""
    fields = drawn(json.loads(chart.spec))
    told = [name for table in chart.tables for name in table.columns]
    return [name for name in told if name not in fields and not re.search(rf"datum\W+{re.escape(name)}\b", chart.spec)]


def drawn(spec: object) -> set[str]:
    """Every field that a description names, whatever for."""
    if isinstance(spec, list):
        return set().union(*map(drawn, spec)) if spec else set()
    if not isinstance(spec, dict):
        return set()
    named = {
        str(value) for key, value in spec.items() if key in {"field", "groupby", "sort"} and isinstance(value, str)
    }
    return named.union(*map(drawn, spec.values()))


def tells_hidden(table: pl.DataFrame) -> bool:
    """Whether a row that is marked as confidential has a number all the same."""
    if "mark" not in table.columns:
        return False
    hidden = table.filter(pl.col("mark").cast(pl.String) == "[c]")
    numbers = [name for name in hidden.columns if name in FIGURES and hidden.schema[name].is_numeric()]
    return any(hidden[name].null_count() < hidden.height for name in numbers)


def tells_few(table: pl.DataFrame, few: int) -> bool:
    """Whether a number of children that should be hidden stands as an n; figures that others publish have 1 or none."""
    return "n" in table.columns and table.schema["n"].is_numeric() and bool(table["n"].is_between(2, few).any())
