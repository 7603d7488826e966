"""Whatever is loaded, in whatever order, over however short a span: every page opens, the one about data among them."""

import random
from collections.abc import Callable
from datetime import date
from itertools import combinations
from typing import Final

import pytest
from streamlit.testing.v1 import AppTest

from loaders import read
from tests.conftest import AT_LENGTH, Tables, consolidated
from tests.dashboard.officer import episodes
from tests.dashboard.subsets import BOROUGH, FILES, OWN, tables_of
from tests.dashboard.test_every_page import PAGES, wrong
from tests.dashboard.test_lacking import FIRST

Open = Callable[..., AppTest]

PAIRS: Final = list(combinations(FILES, 2))
SOME: Final = [("costs", "needs"), ("header", "missing")]
"""Pairs that are tried each time; all of them are in `make prove`."""

ORDERS: Final = [random.Random(seed).sample(OWN, len(OWN)) for seed in (1, 2, 3)]


# pages of figures are opened on each table by `test_lacking`, which also reads what they say of it
@pytest.mark.parametrize("name", FILES)
def test_every_page_opens_on_one_table_alone(app: Callable[..., Open], name: str):
    opened = app(tables_of([name]), as_loaded=True)
    for address in PAGES if AT_LENGTH else PAGES.keys() - FIRST.keys():
        assert_open(opened(address), address)


@pytest.mark.parametrize("names", PAIRS if AT_LENGTH else SOME, ids="-".join)
def test_every_page_opens_on_a_pair_of_tables(app: Callable[..., Open], names: tuple[str, ...]):
    opened = app(tables_of(names), as_loaded=True)
    for address in PAGES:
        assert_open(opened(address, borough=BOROUGH, release="Board"), address)


@pytest.mark.parametrize("order", ORDERS if AT_LENGTH else ORDERS[:1], ids="-".join)
def test_every_page_opens_while_a_borough_comes_table_by_table(app: Callable[..., Open], order: list[str]):
    addresses = list(PAGES)
    for count in range(1, len(order) + 1):
        opened = app(tables_of(order[:count]), as_loaded=True)
        for address in addresses if AT_LENGTH else {"data", addresses[count % len(addresses)]}:
            assert_open(opened(address), address)


@pytest.mark.parametrize(
    ("last", "release"),
    [(date(2025, 4, 1), "Working"), (date(2025, 4, 30), "Board"), (date(2024, 2, 29), "Working")][
        : 3 if AT_LENGTH else 1
    ],
)
def test_every_page_opens_on_a_very_short_span(app: Callable[..., Open], last: date, release: str):
    handed = read(episodes(1, 2, 3, DECOM=f"{last:%d/%m/%Y}"), name=f"EAL/{last}/episodes.csv")
    assert handed.refused is None, handed.refused
    tables: Tables = {name: frame.lazy() for name, frame in consolidated([handed]).items()}
    opened = app(tables, as_loaded=True)
    for address in PAGES:
        assert_open(opened(address, release=release), address)


def assert_open(page: AppTest, address: str) -> None:
    """Say that a page stands under its title, with nothing wrong on it."""
    assert wrong(page) == []
    assert [title.value for title in page.title] == [PAGES[address]]
