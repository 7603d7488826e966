from dashboard.charts.bridge import stepped
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
