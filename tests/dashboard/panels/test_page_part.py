"""A fault in one figure costs that figure, with a sentence; one in all figures leaves the page about data usable."""

import sys
from collections.abc import Callable
from typing import Any, Final, NoReturn

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from dashboard.data import cache
from dashboard.faults import WENT_WRONG
from metrics import METRICS
from tests.conftest import Tables
from tests.dashboard.officer import said
from tests.dashboard.test_every_page import PAGES, wrong

Open = Callable[..., AppTest]
Break = Callable[[str], None]

SECRET: Final = "child 90417"
"""What an error says that nobody may read: not on a page, not in a log."""

REST: Final = "The rest of this page"

MEASURES: Final = {
    "": ("weekly_cost", "children_looked_after"),
    "out-of-area": ("outside_borough",),
    "needs": ("assessed_share", "need_change"),
    "missing": ("missing_share", "incidents"),
    "cost": ("cost_coverage", "unit_cost_children"),
}
"""By page, measures that are broken one at a time."""


def fault(*_: object, **__: object) -> NoReturn:
    raise ValueError(f"cannot add up {SECRET}")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> Break:
    """Give what breaks a function, `module.name`, with nothing of it kept from before."""

    def breaks(name: str) -> None:
        module, _, function = name.rpartition(".")
        monkeypatch.setattr(sys.modules[module], function, fault)
        st.cache_data.clear()
        st.cache_resource.clear()
        cache.forget()

    return breaks


@pytest.fixture
def told(faults: list[str]) -> Callable[[], list[str]]:
    """Give what was logged of faults, once it is seen that it names nobody and nothing that a file holds."""

    def those() -> list[str]:
        logged = list(faults)
        faults.clear()
        assert logged
        assert not any(SECRET in each for each in logged)
        assert all("tests/dashboard/panels/test_page_part.py" in each and "in fault" in each for each in logged)
        return logged

    return those


def stands(page: AppTest, address: str) -> str:
    """Give what a page says that opens with its title and says what it lacks, and not why."""
    assert wrong(page) == []
    assert [title.value for title in page.title] == [PAGES[address]]
    words = said(page)
    assert WENT_WRONG in words
    assert SECRET not in words
    return words


@pytest.mark.parametrize(("address", "slug"), [(page, slug) for page, slugs in MEASURES.items() for slug in slugs])
def test_a_broken_measure_costs_its_own_figures(
    app: Callable[..., Open],
    made_up_tables: Tables,
    monkeypatch: pytest.MonkeyPatch,
    told: Callable[[], list[str]],
    address: str,
    slug: str,
):
    whole = {each.value for each in app(made_up_tables)(address).header}
    figures = sys.modules["dashboard.data.nearest_query"]
    measure: Callable[..., Any] = figures.measure
    monkeypatch.setattr(
        figures,
        "measure",
        lambda card, *args, **named: (fault if card is METRICS[slug] else measure)(card, *args, **named),
    )
    cache.forget()
    page = app(made_up_tables)(address)
    words = stands(page, address)
    assert REST not in words
    left = {each.value for each in page.header}
    assert left <= whole
    assert len(left) >= len(whole) / 3
    told()


@pytest.mark.parametrize("address", [address for address in PAGES if address not in ("data", "definitions", "people")])
def test_broken_charts_leave_titles_tables_and_files(
    app: Callable[..., Open], made_up_tables: Tables, broken: Break, faults: list[str], address: str
):
    whole = [each.value for each in app(made_up_tables)(address).header]
    broken("dashboard.panels.panel.drawn")
    page = app(made_up_tables)(address)
    assert wrong(page) == []
    assert [each.value for each in page.header] == whole
    assert ("This chart" in said(page)) == bool(faults)
    assert not any(SECRET in each for each in faults)
    faults.clear()


@pytest.mark.parametrize(
    "name",
    [
        "dashboard.panels.sidebar.default_months",
        "dashboard.data.data_source.last_day",
        "dashboard.panels.page_header.chosen_now",
    ],
)
def test_broken_filters_leave_the_page_about_data(
    app: Callable[..., Open], made_up_tables: Tables, broken: Break, told: Callable[[], list[str]], name: str
):
    broken(name)
    page = app(made_up_tables)("data", section="Upload")
    stands(page, "data")
    assert page.file_uploader
    told()


@pytest.mark.parametrize("address", [page for page in PAGES if page not in ("definitions", "people")])
def test_without_any_tables_pages_say_so_and_files_can_be_uploaded_and_taken_back(
    app: Callable[..., Open],
    made_up_tables: Tables,
    broken: Break,
    told: Callable[[], list[str]],
    address: str,
):
    opened = app(made_up_tables)
    broken("store.snapshot.tables")
    stands(opened(address), address)
    page = opened("data", section="Upload")
    stands(page, "data")
    assert page.file_uploader
    history = opened("data", section="History")
    stands(history, "data")
    assert "on record" in said(history)
    told()
