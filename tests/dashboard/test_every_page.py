"""What holds of every page: it opens, for everyone, on everything and on nothing."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.insights.wording import LONGEST
from tests.conftest import AT_LENGTH, Tables

App = Callable[[Tables], Callable[..., AppTest]]

PAGES = {
    "": "Overview",
    "compare": "Compare",
    "curve": "Turning the curve",
    "placement-mix": "Placement mix",
    "out-of-area": "Out of area",
    "needs": "Needs profiles",
    "missing": "Missing from home",
    "cost": "Cost",
    "providers": "Providers",
    "pack": "Board pack",
    "data": "Data",
    "definitions": "Definitions",
    "people": "People",
}

every_page = pytest.mark.parametrize("address", PAGES)


@every_page
@pytest.mark.parametrize("release", ["Working", "Board", "Event"] if AT_LENGTH else ["Working"])  # `test_real_tables`
def test_it_opens(app: App, made_up_tables: Tables, address: str, release: str):
    page = app(made_up_tables)(address, release=release)
    assert wrong(page) == []
    assert [title.value for title in page.title] == [PAGES[address]]


@every_page
def test_it_opens_for_one_borough_under_short_titles(app: App, made_up_tables: Tables, address: str):
    page = app(made_up_tables)(address, borough="Ealing")
    assert wrong(page) == []
    assert page.selectbox(key="borough").value == "Ealing"
    assert [title.value for title in page.header if len(title.value.split()) > LONGEST] == []


@every_page
def test_it_opens_on_an_empty_database(app: App, empty_tables: Tables, address: str):
    page = app(empty_tables)(address)
    assert wrong(page) == []
    assert [title.value for title in page.title] == [PAGES[address]]


@every_page
def test_it_opens_when_filters_leave_nothing(app: App, made_up_tables: Tables, address: str):
    page = app(made_up_tables)(address, type=["Secure home"], age=["Under 1"], sector=["Parents"])
    assert wrong(page) == []


def wrong(page: AppTest) -> list[str]:
    """List the faults that a page shows."""
    return [f"{exception.message}\n{''.join(exception.stack_trace)}" for exception in page.exception]
