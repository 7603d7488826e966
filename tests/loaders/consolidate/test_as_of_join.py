"""Joins in time within one child."""

from polars.testing import assert_frame_equal

from loaders.consolidate.as_of_join import at, during
from tests.table import table

HOMES = table("""
    child | started    | ended      | home
    B-1   | 2024-01-01 | 2024-03-01 | one
    B-1   | 2024-03-01 |            | two
    B-2   | 2024-01-01 | 2024-03-01 | three
""")


def test_an_event_is_where_the_child_was_at_its_date():
    events = table("""
        child | date
        B-1   | 2023-12-31
        B-1   | 2024-01-01
        B-1   | 2024-03-01
        B-2   | 2024-02-29
        B-2   | 2024-03-01
              | 2024-02-01
    """)
    found = at(events, HOMES, ["home"]).sort("child", "date")
    assert found["home"].to_list() == [None, None, "one", "two", "three", None]
    assert found.columns == ["child", "date", "home"]


def test_a_spell_is_beside_the_one_in_force_at_its_start_else_the_first_during_it():
    prices = table("""
        child | started    | ended
        B-1   | 2023-12-01 | 2024-06-01
        B-1   | 2024-02-01 | 2024-06-01
        B-1   | 2023-11-01 | 2023-12-01
        B-2   | 2023-12-01 | 2024-01-01
        B-2   | 2023-12-01 |
        B-2   | 2024-03-01 |
    """)
    found = during(prices, HOMES, ["home"]).sort("child", "started", "ended", nulls_last=True)
    expected = table("""
        child | started    | ended      | home  | is_matched
        B-1   | 2023-11-01 | 2023-12-01 |       | false
        B-1   | 2023-12-01 | 2024-06-01 | one   | true
        B-1   | 2024-02-01 | 2024-06-01 | one   | true
        B-2   | 2023-12-01 | 2024-01-01 |       | false
        B-2   | 2023-12-01 |            | three | true
        B-2   | 2024-03-01 |            |       | false
    """)
    assert_frame_equal(found, expected)
