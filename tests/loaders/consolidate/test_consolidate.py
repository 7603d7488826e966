"""Every borough and year put together."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from loaders import labels
from loaders.consolidate import consolidate
from loaders.consolidate.check import counted_twice
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


DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2026, 1, 1))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["B-1", "B-2"]),
        st.integers(2021, 2026),
        DAYS,
        st.none() | DAYS,
        st.sampled_from(list(labels.REASON_STARTED.values())),
        st.sampled_from(list(labels.REASON_ENDED.values())),
        st.booleans(),
    ),
    max_size=12,
)


@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_whatever_the_returns_say_no_child_is_counted_twice(rows: list[tuple[object, ...]]):
    names = ["child", "return_year", "started", "ended", "reason_started", "reason_ended", "is_short_break"]
    given_rows = pl.DataFrame(rows, schema=names, orient="row", infer_schema_length=None)
    like = table("child\nx", like=Episodes).drop(names)
    in_order = pl.col("ended").is_null() | (pl.col("ended") >= pl.col("started"))
    frame = given_rows.join(like, how="cross").filter(in_order)
    clean = {"episodes": Episodes.cast(frame.select(list(Episodes.columns())))}
    made = consolidate(clean, NOTHING_LOADED)["episodes"]
    assert counted_twice(made).is_empty()
    again = consolidate({"episodes": clean["episodes"].sort("started", descending=True)}, NOTHING_LOADED)
    assert made.height == again["episodes"].height


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_rows_within_returns_changes_nothing(seed: int):
    shuffled = EPISODES.sample(fraction=1, shuffle=True, seed=seed)
    assert_frame_equal(
        consolidate({"episodes": shuffled}, NOTHING_LOADED)["episodes"],
        consolidate({"episodes": EPISODES}, NOTHING_LOADED)["episodes"],
    )
