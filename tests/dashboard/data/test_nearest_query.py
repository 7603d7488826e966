"""What a release answers in the place of a fine question, and who has a part in it, are told by the same groups."""

import polars as pl
import pytest

from dashboard.data.nearest_query import answered, unhidden
from metrics import METRICS, Release, When
from metrics.disclosure.lattice import COARSE
from metrics.engine.table_cache import Held
from tests.conftest import Tables

YEAR = When.return_year(2024)
CENSUS = METRICS["children_looked_after"]
ASKED = {"by": (), "where": {}, "when": YEAR}


@pytest.fixture(scope="module")
def held(made_up_tables: Tables) -> Held:
    """Give tables that are protected once."""
    return Held(made_up_tables)


@pytest.mark.parametrize("release", list(Release))
@pytest.mark.parametrize("fine", [name for name in COARSE if name != "hour"])
def test_the_groups_are_the_same(held: Held, fine: str, release: Release):
    asked = {**ASKED, "by": (fine,), "release": release}
    shown, behind = (of(CENSUS, held, **asked) for of in (answered, unhidden))
    there = behind.filter(pl.col("n") > 0)[fine].cast(pl.String)
    assert {*there} <= {*shown[fine].cast(pl.String)}
    assert there.len() > 1


def test_who_has_a_part_is_counted_in_the_tables_behind_the_release(held: Held):
    asked = {**ASKED, "by": ("borough", "broad_group")}
    working, board = (unhidden(CENSUS, held, **asked, release=of) for of in (Release.WORKING, Release.BOARD))
    assert not working.equals(board)
