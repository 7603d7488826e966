"""What holds of every page: it opens, for everyone, on everything and on nothing."""

from collections.abc import Callable
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.insights.wording import LONGEST
from dashboard.pages import registry
from tests.conftest import AT_LENGTH, Tables

App = Callable[[Tables], Callable[..., AppTest]]

PAGES: Final = {
    "" if page is registry.PAGES[0] else page.slug: page.title
    for page in (*registry.PAGES, *registry.FOR_ADMINISTRATORS)
    if page is not registry.EVENT
}
"""Every page by its address; event mode, which opens any of them, has tests of its own."""

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
