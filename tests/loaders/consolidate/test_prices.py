"""Prices of placements, beside the episodes that they paid for."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from loaders.consolidate import consolidate
from loaders.consolidate.repairs.prices import (
    CLOSED,
    CUT,
    OUTLASTS_CARE,
    OUTSIDE_CARE,
    REPLACED,
    one_at_a_time,
)
from loaders.consolidate.rulings import Rulings
from loaders.consolidated import Loaded
from loaders.tables import Costs, Episodes, Providers
from tests.table import table

NOTHING_LOADED = Loaded.create_empty()

EPISODES = table(
    """
    child | return_year | started    | ended      | placement_group | placement_type | provider_sector | reason_ended
    B-1   | 2025        | 2024-05-01 | 2024-08-01 | Foster care     | IFA foster     | Private         | Died
    B-2   | 2025        | 2024-05-01 |            | Foster care     | IFA foster     | Private         |
    """,
    like=Episodes,
)


def put_together(costs: str) -> dict[str, pl.DataFrame]:
    return consolidate({"episodes": EPISODES, "costs": table(costs, like=Costs)}, NOTHING_LOADED)


def expect(found: pl.DataFrame, text: str) -> None:
    expected = table(text)
    strings = [name for name, dtype in expected.schema.items() if dtype == pl.String]
    plain = found.select(expected.columns).with_columns(pl.col(strings).cast(pl.String))
    assert_frame_equal(plain, expected, check_dtypes=False)


def test_the_later_start_ends_the_earlier_price():
    costs = """
        child | return_year | started    | ended      | weekly_cost
        B-1   | 2025        | 2024-05-01 | 2024-12-01 | 900
        B-1   | 2025        | 2024-07-01 |            | 950
        B-1   | 2024        | 2024-05-01 |            | 800
    """
    expect(
        one_at_a_time(table(costs, like=Costs), NOTHING_LOADED).rows,
        """
        started    | ended      | weekly_cost
        2024-05-01 | 2024-07-01 | 900
        2024-07-01 |            | 950
        """,
    )


def test_an_open_price_that_later_returns_leave_out_ended_after_the_last_return_that_had_it():
    costs = """
        child | return_year | started    | ended
        B-1   | 2024        | 2023-05-01 |
        B-2   | 2025        | 2024-05-01 |
    """
    found = one_at_a_time(table(costs, like=Costs), NOTHING_LOADED).rows
    assert [str(day) for day in found["ended"]] == ["2024-04-01", "None"]


def test_a_price_takes_its_placement_from_the_episode_and_begins_and_stops_with_care():
    tables = put_together("""
        child | return_year | started    | ended | weekly_cost | provider_name
        B-1   | 2025        | 2024-04-20 |       | 900         | Acorn Care
        B-2   | 2025        | 2024-06-01 |       | 950         |
        B-3   | 2025        | 2024-06-01 |       | 990         | Beech Homes
    """)
    expect(
        tables["costs"],
        """
        child | started    | ended      | placement_type | provider     | need_level
        B-1   | 2024-05-01 | 2024-08-01 | IFA foster     | Acorn Care   | Not assessed
        B-2   | 2024-06-01 |            | IFA foster     | Not recorded | Not assessed
        B-3   | 2024-06-01 |            |                | Beech Homes  | Not assessed
        """,
    )


def test_an_episode_takes_how_it_was_bought_from_the_price():
    tables = put_together("""
        child | return_year | started    | sourcing | arrangement | distance_reason      | has_ehc_plan
        B-1   | 2025        | 2024-06-01 | Spot     | Emergency   | Safety of the child  | true
    """)
    expect(
        tables["episodes"],
        """
        child | sourcing | arrangement | distance_reason     | has_ehc_plan | is_cost_known
        B-1   | Spot     | Emergency   | Safety of the child | true         | true
        B-2   |          |             |                     |              | false
        """,
    )


def test_a_price_without_an_episode_is_named_by_its_own_urn():
    clean = {
        "costs": table("child | urn\nB-9 | 1234", like=Costs),
        "providers": table("urn | provider\n1234 | Acorn Care", like=Providers),
    }
    assert consolidate(clean, NOTHING_LOADED)["costs"]["provider"].to_list() == ["Acorn Care"]


def test_each_repair_of_a_price_is_told_by_the_files_own_row():
    tables = put_together("""
        row | child | return_year | started    | ended      | weekly_cost
        2   | B-1   | 2025        | 2024-05-01 | 2024-07-15 | 900
        3   | B-1   | 2025        | 2024-07-01 |            | 950
        2   | B-2   | 2024        | 2024-02-01 |            | 800
        3   | B-2   | 2024        | 2024-03-01 |            | 810
        4   | B-2   | 2025        | 2024-05-01 |            | 820
        5   | B-2   | 2025        | 2024-05-01 |            | 830
    """)
    expect(
        tables["repairs"],
        """
        source | return_year | row | code
        costs  | 2024        | 2   | price-cut-at-next
        costs  | 2024        | 3   | price-closed-with-return
        costs  | 2025        | 2   | price-cut-at-next
        costs  | 2025        | 3   | price-cut-at-end-of-care
        costs  | 2025        | 4   | price-twice-in-return
        """,
    )


def test_prices_are_left_as_they_are_where_repairs_are_switched_off():
    costs = """
        child | return_year | started    | ended      | weekly_cost
        B-1   | 2025        | 2024-05-01 | 2024-07-15 | 900
        B-1   | 2025        | 2024-07-01 |            | 950
    """
    off = Rulings(repairs_off=frozenset({"price-cut-at-next"}))
    found = one_at_a_time(table(costs, like=Costs), NOTHING_LOADED, off).rows
    assert [str(day) for day in found["ended"]] == ["2024-07-15", "None"]


RISE = """
    row | child | return_year | started    | ended      | weekly_cost
    2   | B-2   | 2025        | 2024-05-01 | {first}     | 700
    3   | B-2   | 2025        | 2024-07-01 | {second}     | 2100
"""


@pytest.mark.parametrize(
    ("first", "second", "turns", "code"),
    [
        ("", "2024-08-01", [("05-01", "07-01", 700), ("07-01", "08-01", 2100), ("08-01", "", 700)], REPLACED),
        (
            "2024-12-01",
            "2024-08-01",
            [("05-01", "07-01", 700), ("07-01", "08-01", 2100), ("08-01", "12-01", 700)],
            REPLACED,
        ),
        ("2024-07-15", "2024-08-01", [("05-01", "07-01", 700), ("07-01", "08-01", 2100)], CUT),
        ("2024-08-01", "2024-08-01", [("05-01", "07-01", 700), ("07-01", "08-01", 2100)], CUT),
        ("", "", [("05-01", "07-01", 700), ("07-01", "", 2100)], CUT),
        ("2024-07-01", "", [("05-01", "07-01", 700), ("07-01", "", 2100)], None),
    ],
)
def test_of_two_prices_at_once_the_later_stands_while_it_lasts(
    first: str, second: str, turns: object, code: str | None
):
    tables = put_together(RISE.format(first=first, second=second))
    rows = (
        tables["costs"].sort("started").select(pl.col("started", "ended").cast(pl.String).str.slice(5), "weekly_cost")
    )
    assert [(start, end or "", cost) for start, end, cost in rows.iter_rows()] == turns
    assert tables["repairs"].select("row", "code").rows() == ([(2, code)] if code else [])


def test_prices_within_prices_and_the_repair_that_parts_them_switched_off():
    costs = table(
        """
        child | return_year | started    | ended      | weekly_cost
        B-2   | 2025        | 2024-05-01 |            | 1
        B-2   | 2025        | 2024-06-01 | 2024-10-01 | 2
        B-2   | 2025        | 2024-07-01 | 2024-08-01 | 3
        B-2   | 2025        | 2024-09-15 | 2024-11-01 | 4
        """,
        like=Costs,
    )
    found = one_at_a_time(costs, NOTHING_LOADED).rows.sort("started")
    assert found["weekly_cost"].to_list() == [1, 2, 3, 2, 4, 1]
    assert (found["ended"][:-1] == found["started"][1:]).all()
    off = Rulings(repairs_off=frozenset({REPLACED}))
    alone = one_at_a_time(costs, NOTHING_LOADED, off).rows.sort("started")
    assert alone["weekly_cost"].to_list() == [1, 2, 3, 4]


def test_a_price_that_later_returns_leave_out_goes_on_after_another_until_its_last_return():
    costs = """
        row | child | return_year | started    | ended      | weekly_cost
        2   | B-2   | 2024        | 2023-05-01 |            | 700
        3   | B-2   | 2024        | 2023-06-01 | 2023-07-01 | 900
        2   | B-2   | 2025        | 2024-05-01 |            | 800
    """
    bench = one_at_a_time(table(costs, like=Costs), NOTHING_LOADED)
    assert bench.rows.select(pl.col("started", "ended").cast(pl.String)).rows() == [
        ("2023-05-01", "2023-06-01"),
        ("2023-07-01", "2024-04-01"),
        ("2023-06-01", "2023-07-01"),
        ("2024-05-01", None),
    ]
    assert bench.told().select("row", "code").sort("code").rows() == [(2, CLOSED), (2, REPLACED)]


MOVES = table(
    """
    child | return_year | started    | ended      | placement_type  | legal_status         | is_short_break
    B-1   | 2025        | 2024-05-01 | 2024-06-01 | IFA foster      | Full care order      | false
    B-1   | 2025        | 2024-06-01 | 2024-07-01 | Children's home | Full care order      | false
    B-1   | 2025        | 2024-09-01 |            | Children's home | Full care order      | false
    B-2   | 2025        | 2024-05-01 | 2024-06-01 | IFA foster      | Full care order      | true
    """,
    like=Episodes,
)


def test_a_price_is_parted_by_placements_and_leaves_out_the_days_between():
    costs = """
        row | child | return_year | started    | ended | weekly_cost
        2   | B-1   | 2025        | 2024-04-01 |       | 700
        3   | B-2   | 2025        | 2024-04-01 |       | 900
    """
    tables = consolidate({"episodes": MOVES, "costs": table(costs, like=Costs)}, NOTHING_LOADED)
    expect(
        tables["costs"],
        """
        child | started    | ended      | placement_type  | is_episode_known
        B-1   | 2024-05-01 | 2024-06-01 | IFA foster      | true
        B-1   | 2024-06-01 | 2024-07-01 | Children's home | true
        B-1   | 2024-09-01 |            | Children's home | true
        B-2   | 2024-04-01 |            |                 | true
        """,
    )
    assert tables["repairs"].select("row", "code").rows() == [(2, OUTSIDE_CARE)]
    off = Rulings(repairs_off=frozenset({OUTSIDE_CARE}))
    left = consolidate({"episodes": MOVES, "costs": table(costs, like=Costs)}, NOTHING_LOADED, off)["costs"]
    assert [str(day) for day in left.filter(child="B-1")["started"]] == ["2024-04-01", "2024-06-01"]
    assert [str(day) for day in left.filter(child="B-1")["ended"]] == ["2024-06-01", "None"]


def test_a_price_after_care_stands_where_the_repair_is_switched_off():
    costs = table("child | return_year | started | weekly_cost\nB-1 | 2025 | 2024-05-01 | 700", like=Costs)
    clean = {"episodes": EPISODES, "costs": costs}
    assert [str(day) for day in consolidate(clean, NOTHING_LOADED)["costs"]["ended"]] == ["2024-08-01"]
    off = Rulings(repairs_off=frozenset({OUTLASTS_CARE}))
    assert consolidate(clean, NOTHING_LOADED, off)["costs"]["ended"].to_list() == [None]


def test_an_amount_by_the_year_is_parted_where_a_return_year_of_366_days_begins_and_ends():
    costs = table(
        """
        child | return_year | started    | weekly_cost | is_by_year
        B-1   | 2025        | 2022-04-01 | 700         | true
        B-2   | 2025        | 2022-04-01 | 700         | false
        B-3   | 2025        | 2024-02-29 | 700         | true
        B-4   | 2025        | 2022-04-01 | 700         |
        """,
        like=Costs,
    )
    found = consolidate({"costs": costs}, NOTHING_LOADED)["costs"]
    assert found.select("child", pl.col("started").cast(pl.String), "is_of_leap_year").rows() == [
        ("B-1", "2022-04-01", False),
        ("B-1", "2023-04-01", True),
        ("B-1", "2024-04-01", False),
        ("B-2", "2022-04-01", False),
        ("B-3", "2024-02-29", True),
        ("B-3", "2024-04-01", False),
        ("B-4", "2022-04-01", False),
    ]
    assert found["weekly_cost"].unique().to_list() == [700]
