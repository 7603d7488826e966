"""A fault in one measure costs its own column, row, card or panel, with a sentence; everything else stands."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.data import cache
from dashboard.data.completeness import SHARES
from dashboard.faults import WENT_WRONG
from metrics import METRICS, Metric
from tests.conftest import AT_LENGTH, Tables
from tests.dashboard.officer import said
from tests.dashboard.test_every_page import PAGES, wrong

Open = Callable[..., AppTest]

REST: Final = "The rest of this page"

SHOWING: Final = [address for address in PAGES if address not in ("data", "definitions", "people")]
"""Pages of figures."""

OF_ONE: Final = ("compare", "placement-mix")
"""Pages about one measure, each of whose panels says for itself that it fails."""

EACH: Final = 1 if AT_LENGTH else 12
"""One in so many measures of a page is broken each time; all of them in `make prove`."""


@dataclass
class Measuring:
    """Which measures pages ask for, and the ones that are broken; all of them where `is_all`."""

    broken: tuple[str, ...] = ()
    is_all: bool = False
    asked: dict[str, None] = field(default_factory=dict[str, None])

    def breaks(self, *slugs: str) -> None:
        """Break these measures and no others, with nothing kept from before."""
        self.broken = slugs
        cache.forget()


@pytest.fixture
def measuring(monkeypatch: pytest.MonkeyPatch, faults: list[str]) -> Iterator[Measuring]:
    """Give what breaks measures; the faults that are then logged are expected."""
    found = Measuring()
    nearest = sys.modules["dashboard.data.nearest_query"]
    measure: Callable[..., Any] = nearest.measure

    def measured(card: Metric, *args: object, **named: object) -> object:
        found.asked[card.slug] = None
        if found.is_all or card.slug in found.broken:
            raise ValueError("cannot be added up")
        return measure(card, *args, **named)

    monkeypatch.setattr(nearest, "measure", measured)
    yield found
    faults.clear()


@pytest.fixture
def opened(app: Callable[..., Open], made_up_tables: Tables, measuring: Measuring) -> Open:
    """Give what opens a page on random tables."""
    del measuring
    return app(made_up_tables)


@pytest.mark.parametrize("address", SHOWING)
def test_whatever_measure_fails_the_rest_of_the_page_stands(opened: Open, measuring: Measuring, address: str):
    measuring.breaks()
    whole = Counter(each.value for each in opened(address).header)
    for slug in list(measuring.asked)[::EACH]:
        measuring.breaks(slug)
        page = opened(address)
        assert wrong(page) == []
        words = said(page)
        assert REST not in words
        lost = whole - Counter(each.value for each in page.header)
        assert address in OF_ONE or lost.total() <= whole.total() / 2, (slug, lost)


@pytest.mark.parametrize("slug", ["children_looked_after", "distance_median"])
def test_a_measure_of_providers_costs_its_own_column(opened: Open, measuring: Measuring, slug: str):
    measuring.breaks()
    before = _directory(opened("providers"))
    measuring.breaks(slug)
    page = opened("providers")
    after = _directory(page)
    assert f"{METRICS[slug].title} {WENT_WRONG}" in said(page)
    assert sorted(before["Provider"]) == sorted(after["Provider"])
    lost = [name for name in before.columns if _known(after, name) != _known(before, name)]
    own = {"Boroughs", "Children"} if slug == "children_looked_after" else {"Miles"}
    assert {*lost} == own
    assert [_known(after, name) for name in lost] == [0] * len(lost)


def _directory(page: AppTest) -> pl.DataFrame:
    (table,) = page.dataframe
    return pl.DataFrame(table.value)


def _known(rows: pl.DataFrame, name: str) -> int:
    """How many cells of a column hold a number or a name, and no mark or nothing alone."""
    return sum(not {str(cell).strip()} & {"None", "nan", "[x]", "[z]", "[c]"} for cell in rows[name])


@pytest.mark.parametrize(
    ("address", "slug", "stands"),
    [
        ("needs", "ehc_plan_share", ["Unaccompanied asylum-seeking", "Need has fallen since first assessed"]),
        ("missing", "missing_police_cost", ["Occasions", "Service cost an incident"]),
        ("", "assessed_share", ["Price known", "URN known", "Area not known"]),
        ("", "cost_coverage", ["Needs assessed", "URN known", "Area not known"]),
        ("curve", "emergency_share", ["Children whose needs are assessed", METRICS["long_term_stability"].title]),
    ],
)
def test_a_table_loses_the_measure_that_fails_and_no_other(
    opened: Open, measuring: Measuring, address: str, slug: str, stands: list[str]
):
    measuring.breaks(slug)
    words = said(opened(address))
    title = next((heading for heading, share in SHARES.items() if share == slug and not address), METRICS[slug].title)
    assert WENT_WRONG in words
    assert f"{title} {WENT_WRONG}" in words or slug == "ehc_plan_share"
    assert [name for name in stands if name not in words] == []


def test_where_no_measure_can_be_told_files_can_still_be_uploaded(opened: Open, measuring: Measuring):
    measuring.is_all = True
    measuring.breaks()
    for section in ("Coverage", "Upload", "Findings", "History", "Templates"):
        page = opened("data", section=section)
        assert wrong(page) == []
        assert [title.value for title in page.title] == ["Data"]
        assert REST not in said(page)
        assert section != "Upload" or page.file_uploader
