"""Nothing that is sent to a browser depends on another borough where it is the only other one.

Two consortia of the same two boroughs are made up, in which all that is one's own is alike and much of the other's is
not: a third of its children is not there, and its prices are a fifth higher. Every page of a borough's own people is
opened on both in the working release, and what is sent must be the same to the byte: whoever may know one borough only
learns nothing that any number of the other's went into. (The releases for others are made of all boroughs together, so
that a borough's own figure changes there with the others': `tests/attacker` asks what that tells.)
"""

import re
from collections.abc import Callable
from typing import Final

import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboard.auth import current_user
from dashboard.auth.permissions import scope_of
from store.people import OF_BOROUGHS, Person, Role
from tests.conftest import AT_LENGTH, Tables
from tests.dashboard.boundaries.wire import only, sent
from tests.dashboard.test_every_page import PAGES

App = Callable[..., Callable[..., AppTest]]

ONE, OTHER = "Brent", "Ealing"
ASKED: Final = [(own, role) for own in (ONE, OTHER) for role in OF_BOROUGHS]
CASES: Final = [
    (address, *asked)
    for turn, address in enumerate(PAGES)
    for asked in (ASKED if AT_LENGTH else [ASKED[turn % len(ASKED)]])
]
MONEY: Final = re.compile(r"cost|price|paid|amount")


@pytest.fixture(scope="module")
def two(sample_tables: Tables) -> Tables:
    """Give the sample's tables of two boroughs."""
    return {name: frame.lazy() for name, frame in only(sample_tables, ONE, OTHER).items()}


@pytest.fixture(scope="module")
def changed(two: Tables) -> dict[str, Tables]:
    """Give them with much changed of the one that is not the reader's, by who the reader is."""
    return {
        own: {name: _changed(frame.collect(), other).lazy() for name, frame in two.items()}
        for own, other in ((ONE, OTHER), (OTHER, ONE))
    }


def _changed(frame: pl.DataFrame, borough: str) -> pl.DataFrame:
    if not {"borough", "child"} <= {*frame.columns}:
        return frame
    is_theirs = pl.col("borough").cast(pl.String) == borough
    stays = pl.col("child").cast(pl.String).hash(1) % 3 != 0
    money = [name for name, kind in frame.schema.items() if kind.is_numeric() and MONEY.search(name)]
    dearer = [
        pl.when(is_theirs).then(pl.col(name) * 1.2).otherwise(name).cast(frame.schema[name]).alias(name)
        for name in money
    ]
    return frame.filter(~is_theirs | stays).with_columns(dearer)


@pytest.mark.parametrize(("address", "own", "role"), CASES)
def test_nothing_sent_depends_on_a_single_other_borough(
    app: App,
    monkeypatch: pytest.MonkeyPatch,
    two: Tables,
    changed: dict[str, Tables],
    address: str,
    own: str,
    role: Role,
):
    monkeypatch.setattr(current_user, "DEMONSTRATION", scope_of(Person("ann@example.org", "Ann", role, (own,))))
    before, after = (sent(app(tables)(address, release="Working")) for tables in (two, changed[own]))
    assert before == after
