"""What is sent of two other boroughs together tells of neither, also where one of them has not uploaded lately."""

import re
from collections.abc import Callable
from datetime import date
from itertools import product
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
Frames = dict[str, pl.DataFrame]

OWN, ONE, OTHER = "Brent", "Ealing", "Harrow"
CODES: Final = {ONE: "EAL", OTHER: "HRW"}
MONEY: Final = ("weekly_cost", "social_care", "education", "health")
LAST: Final = date(2025, 3, 31)
"""The last day for which the other one has uploaded, where it is behind."""
SHORT: Final = {"swapped": ("compare", "cost"), "behind": ("missing", "providers")}
"""Pages that are opened where not all are."""


def every_case(name: str) -> pytest.MarkDecorator:
    """Run for every page and role; but for `AT_LENGTH` for some pages, each with another role."""
    short = [(address, OF_BOROUGHS[turn % len(OF_BOROUGHS)]) for turn, address in enumerate(SHORT[name])]
    return pytest.mark.parametrize(("address", "role"), [*product(PAGES, OF_BOROUGHS)] if AT_LENGTH else short)


DRAWN: Final = re.compile(rb"By chance, as the children who come into care differ, .*?\. In another order")
"""A range found by drawing children, in the order in which they stand."""


@pytest.fixture(scope="module")
def three(sample_tables: Tables) -> Frames:
    """Give the sample's tables of three boroughs."""
    return only(sample_tables, OWN, ONE, OTHER)


@pytest.fixture(scope="module")
def swapped(three: Frames) -> Tables:
    """Give them with all that is of children of the one said of the other, and the other way round."""
    return {name: _swapped(frame).lazy() for name, frame in three.items()}


@pytest.fixture(scope="module")
def behind(three: Frames) -> Frames:
    """Give them where one borough's last upload is older."""
    return {name: _until(frame) for name, frame in three.items()}


@pytest.fixture(scope="module")
def dearer(behind: Frames) -> Tables:
    """Give those with all that the one that is not behind pays since then a fifth dearer."""
    return {name: _dearer(frame).lazy() for name, frame in behind.items()}


def _is_of_children(frame: pl.DataFrame) -> bool:
    return {"borough", "child"} <= {*frame.columns}


def _swapped(frame: pl.DataFrame) -> pl.DataFrame:
    if not _is_of_children(frame) and "service" not in frame.columns:
        return frame
    pairs = [(ONE, OTHER), (CODES[ONE], CODES[OTHER])]
    there = {before: after for pair in pairs for before, after in (pair, pair[::-1])}
    names = [name for name in ("borough", "child", "provider", "provider_name") if name in frame.columns]
    is_theirs = pl.col("borough").is_in([ONE, OTHER])
    turned = pl.col(names).str.replace_many(there)
    return frame.with_columns(pl.when(is_theirs).then(turned).otherwise(pl.col(names)).name.keep())


def _until(frame: pl.DataFrame) -> pl.DataFrame:
    """Give a table in which the other one's rows end on the last day for which it has uploaded."""
    is_later = (pl.col("borough") == OTHER) & (pl.col("as_at" if "as_at" in frame.columns else "started") > LAST)
    if "source" in frame.columns and "as_at" in frame.columns:
        return frame.filter(~is_later)
    if not _is_of_children(frame) or "started" not in frame.columns:
        return frame
    is_open = (pl.col("borough") == OTHER) & (pl.col("ended") > LAST)
    return frame.filter(~is_later).with_columns(ended=pl.when(~is_open).then("ended"))


def _dearer(frame: pl.DataFrame) -> pl.DataFrame:
    if "weekly_cost" not in frame.columns:
        return frame
    is_since = (pl.col("borough") == ONE) & (pl.col("started") > LAST)
    return frame.with_columns(pl.col(name) * pl.when(is_since).then(1.2).otherwise(1.0) for name in MONEY)


def _be(monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    monkeypatch.setattr(current_user, "DEMONSTRATION", scope_of(Person("ann@example.org", "Ann", role, (OWN,))))


@every_case("swapped")
def test_whose_children_are_whose_is_not_told(
    app: App, monkeypatch: pytest.MonkeyPatch, three: Frames, swapped: Tables, address: str, role: Role
):
    if address == "out-of-area":
        pytest.skip("How far children live from their home borough depends on which that is.")
    _be(monkeypatch, role)
    as_they_are = {name: frame.lazy() for name, frame in three.items()}
    before, after = (sent(app(tables)(address, release="Working")) for tables in (as_they_are, swapped))
    assert [_settled(part) for part in before] == [_settled(part) for part in after]


def _settled(part: tuple[str, bytes]) -> tuple[str, bytes]:
    return part[0], DRAWN.sub(b"", part[1])


@every_case("behind")
def test_what_one_pays_is_not_told_where_the_other_is_behind(
    app: App, monkeypatch: pytest.MonkeyPatch, behind: Frames, dearer: Tables, address: str, role: Role
):
    _be(monkeypatch, role)
    as_it_is = {name: frame.lazy() for name, frame in behind.items()}
    before, after = (sent(app(tables)(address, release="Working")) for tables in (as_it_is, dearer))
    assert before == after
