import pytest

from dashboard.charts.waterfall import rounded, stepped
from metrics import Unit
from tests.table import table


def test_each_part_starts_where_the_one_before_it_ended_and_the_whole_at_nought():
    found = stepped(
        table("""
        series | value
        Volume | 100
        Price  | -30
        Whole  | 70
    """)
    )
    assert found.select("start", "end", "way").rows() == [(0, 100, "rise"), (100, 70, "fall"), (0, 70, "whole")]


def test_no_part_stands_on_another_where_one_is_hidden():
    found = stepped(
        table("""
        series | value
        Volume | 100
        Mix    |
        Price  | -30
        Whole  | 70
    """)
    )
    assert found["start"].to_list() == [0, 0, 0, 0]


def test_parts_as_shown_add_up_to_the_whole_as_shown():
    figures = table("""
        series | value    | mark
        Volume | 568000   |
        Mix    | 5060000  |
        Need   | 1090000  |
        Price  | 8620000  |
        Whole  | 15338000 |
    """)
    shown = rounded(figures["value"].to_list(), Unit.POUNDS)
    assert shown[:-1] == pytest.approx([600_000, 5_000_000, 1_100_000, 8_600_000])
    assert rounded([1.4, None, 3.0], Unit.POUNDS) == [1.4, None, 3.0]
