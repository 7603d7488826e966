"""Benchmarks on the pages: chosen in the sidebar or the address, in the line under a title, on cards, in a table."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.pages.registry import PAGES as PAGES_OF_ALL
from dashboard.pages.registry import WITH_FIGURES
from loaders.consolidated import CONSOLIDATED
from tests.conftest import AT_LENGTH, Tables
from tests.table import table

App = Callable[[Tables], Callable[..., AppTest]]

PUBLISHED = """
    authority | level     | measure     | period       | value | symbol | publication
    England   | England   | LACDistance | 2025         | 18    |        | LAIT
    London    | Region    | LACDistance | 2025         | 17    |        | LAIT
    Brent     | Authority | LACDistance | 2025         | 24    |        | LAIT
    Ealing    | Authority | LACDistance | 2025         |       | c      | LAIT
    England   | England   | LACFinance  | 2024-25 (OT) | 2100  |        | LAIT
    Brent     | Authority | LACFinance  | 2024-25 (OT) | 2795  |        | LAIT
"""
NEIGHBOURS = "authority | place | neighbour\nBrent | 1 | Ealing"
CHOSEN = {"borough": "Brent", "compare": ["England", "Statistical neighbours"]}
FAR = "Out of area: Over 20 miles from home and outside the borough (LAIT)"

PAGES = tuple("" if page is PAGES_OF_ALL[0] else page.slug for page in WITH_FIGURES)
RELEASES = ("Working", "Board", "Event")
EACH = [(page, release) for page in PAGES for release in RELEASES]
SOME = [(page, RELEASES[place % len(RELEASES)]) for place, page in enumerate(PAGES)]
"""Each page, in one release or another; `make prove` opens each in each."""


@pytest.fixture(scope="module")
def published_tables(made_up_tables: Tables) -> Tables:
    told = {"published": PUBLISHED, "neighbours": NEIGHBOURS}
    return {**made_up_tables, **{name: table(text, like=CONSOLIDATED[name]).lazy() for name, text in told.items()}}


def _captions(page: AppTest) -> str:
    return "\n".join(caption.value for caption in page.caption)


@pytest.mark.parametrize(("address", "release"), EACH if AT_LENGTH else SOME)
def test_every_page_opens_with_benchmarks(app: App, published_tables: Tables, address: str, release: str):
    page = app(published_tables)(address, release=release, **CHOSEN)
    assert [exception.message for exception in page.exception] == []


def test_the_address_chooses_them_and_boroughs_stay_boroughs(app: App, published_tables: Tables):
    page = app(published_tables)("compare", borough="Brent", compare=["Ealing", "England"], measure=FAR)
    assert page.multiselect(key="compare").value == ["Ealing", "England"]
    assert "Published at 31 March 2025: England 18%, Brent 24% as published" in _captions(page)


def test_nothing_is_offered_where_nothing_is_published(app: App, made_up_tables: Tables):
    bare = {name: CONSOLIDATED[name].create_empty(lazy=True) for name in ("published", "neighbours")}
    page = app({**made_up_tables, **bare})("compare", compare=["England"])
    assert not {"England", "London"} & set(page.multiselect(key="compare").options)
    assert "ublished" not in _captions(page)


def test_every_borough_stands_beside_what_was_published_of_it(app: App, published_tables: Tables):
    page = app(published_tables)("compare", measure=FAR)
    assert "Local and as published" in [title.value for title in page.header]
    assert "Both at 31 March 2025, of all children whatever the filters." in _captions(page)
    assert "[c] hidden to protect" in _captions(page)


def test_a_measure_that_is_not_published_says_so_only_where_it_was_asked(app: App, published_tables: Tables):
    says = "No published figure of this measure."
    asked = app(published_tables)("compare", measure="Out of area: Placed outside London", **CHOSEN)
    assert says in _captions(asked)
    plain = app(published_tables)("compare", measure="Out of area: Placed outside London", borough="Brent")
    assert says not in _captions(plain)


def test_what_is_published_is_the_same_in_every_release(app: App, published_tables: Tables):
    opened = app(published_tables)
    shown = {
        release: _captions(opened("compare", measure=FAR, release=release, **CHOSEN))
        for release in ("Working", "Event")
    }
    assert all("England 18%" in words and "Brent 24% as published" in words for words in shown.values())


def test_local_unit_costs_are_those_of_the_published_year(app: App, published_tables: Tables):
    assert "Both in the year to 31 March 2025." in _captions(app(published_tables)("cost", borough="Brent"))


def test_cards_and_their_source(app: App, published_tables: Tables):
    page = app(published_tables)("", **CHOSEN)
    assert "Published figures: Department for Education, Local Authority Interactive Tool." in _captions(page)
