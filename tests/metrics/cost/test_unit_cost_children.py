"""Spend in the year over children at its end, / 365 x 7."""

from metrics import When
from tests.metrics.asked import at, figures, same

EPISODES = """
    child | started    | ended      | placement_group | placement_type
    1     | 2020-01-01 |            | Foster care     | IFA foster
    2     | 2025-03-01 |            | Foster care     | In-house foster
    3     | 2020-01-01 | 2025-03-31 | Foster care     | IFA foster
"""
COSTS = """
    child | started    | ended      | placement_group | placement_type | weekly_cost
    1     | 2020-01-01 |            | Foster care     | IFA foster     | 700
    3     | 2020-01-01 | 2025-03-31 | Foster care     | IFA foster     | 700
"""


def test_spend_of_the_year_over_the_children_left():
    # 100 x 365 + 100 x 364, over 2 children, / 365 x 7.
    found = figures("unit_cost_children", when=at("2025-03-31"), episodes=EPISODES, costs=COSTS)
    same(found.with_columns(found["value"].round(2)), "denominator | n | value\n2 | 2 | 699.04")


def test_a_leap_year_is_divided_by_365_all_the_same():
    found = figures("unit_cost_children", when=When.return_year(2024), episodes=EPISODES, costs=COSTS)
    same(found.with_columns(found["value"].round(2)), "denominator | value\n2 | 701.92")


def test_nobody_at_the_end_has_no_unit_cost():
    same(figures("unit_cost_children", costs=COSTS), "denominator | value | mark\n0 | | [z]")
