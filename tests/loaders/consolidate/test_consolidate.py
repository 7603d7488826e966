"""Every borough and year put together."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from loaders.consolidate import consolidate
from loaders.consolidated import CONSOLIDATED, Loaded
from loaders.tables import Children, Episodes, Incidents, Missing
from tests.table import table

NOTHING_LOADED = Loaded.create_empty()

EPISODES = table(
    """
    child | return_year | started    | ended      | placement_type  | host_authority | reason_ended
    B-1   | 2025        | 2024-05-01 | 2024-08-01 | IFA foster      | Ealing         | New episode begins
    B-1   | 2025        | 2024-08-01 |            | Children's home | Kent           |
    """,
    like=Episodes,
)


def test_nothing_handed_in_gives_every_table_empty():
    made = consolidate({}, NOTHING_LOADED)
    assert {name: frame.schema for name, frame in made.items()} == {
        name: schema.create_empty().schema for name, schema in CONSOLIDATED.items()
    }


def test_an_incident_carries_who_the_child_is_and_where_it_lived():
    clean = {
        "children": table("child | sex | birth_month\nB-1 | Male | 2010-06-01", like=Children),
        "episodes": EPISODES,
        "incidents": table("child | cohort | started\nB-1 | In care | 2024-08-01", like=Incidents),
        "missing": table("child | started | is_missing\nB-1 | 2024-07-31 | true", like=Missing),
    }
    made = consolidate(clean, NOTHING_LOADED)
    incident, missing = made["incidents"].row(0, named=True), made["missing"].row(0, named=True)
    assert (incident["placement_type"], incident["host_authority"]) == ("Children's home", "Kent")
    assert (incident["sex"], incident["need_level"], incident["is_uasc"]) == ("Male", "Not assessed", False)
    assert missing["placement_type"] == "IFA foster"


def test_a_child_in_a_short_break_lives_nowhere_else():
    clean = {
        "episodes": EPISODES.with_columns(is_short_break=pl.lit(value=True)),
        "missing": table("child | started\nB-1 | 2024-07-31", like=Missing),
    }
    assert consolidate(clean, NOTHING_LOADED)["missing"]["placement_type"].to_list() == [None]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_rows_within_returns_changes_nothing(seed: int):
    shuffled = EPISODES.sample(fraction=1, shuffle=True, seed=seed)
    assert_frame_equal(
        consolidate({"episodes": shuffled}, NOTHING_LOADED)["episodes"],
        consolidate({"episodes": EPISODES}, NOTHING_LOADED)["episodes"],
    )
