"""Prices in force at a date and over days."""

from metrics.periods import calendar
from metrics.populations.money import priced_census, priced_children, priced_days
from tests.metrics.asked import YEAR, given, same

COSTS = """
    child | placement_type | started    | ended      | weekly_cost
    1     | IFA foster     | 2024-03-01 | 2024-04-08 | 700
    1     | IFA foster     | 2024-04-08 |            | 1400
    2     |                | 2024-04-08 |            | 1400
"""
PERIODS = calendar(YEAR, None).lazy()


def test_a_price_without_a_placement_is_of_nobody():
    same(priced_census(given(costs=COSTS), PERIODS).collect(), "child | weekly_cost\n1 | 1400")


def test_spend_is_the_weekly_cost_over_seven_for_each_day():
    same(
        priced_days(given(costs=COSTS), PERIODS).collect(),
        """
        child | weekly_cost | days | spend
        1     | 700         | 7    | 700
        1     | 1400        | 358  | 71600
        """,
    )


def test_a_child_with_two_prices_at_a_date_is_one_child():
    twice = COSTS + "1 | IFA foster | 2025-01-01 | | 10\n"
    assert priced_children(given(costs=twice), PERIODS).collect().height == 1
