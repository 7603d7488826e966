"""Mean weekly cost, weighted by days."""

from datetime import date

from metrics import When
from tests.metrics.asked import figures, same

COSTS = """
    child | placement_type  | started    | ended      | weekly_cost
    1     | IFA foster      | 2023-01-01 |            | 700
    2     | Children's home | 2025-03-25 |            | 7000
    3     | In-house foster | 2020-01-01 | 2024-04-01 | 1
    4     |                 | 2020-01-01 |            | 9999
"""


def test_a_week_in_a_dear_home_counts_for_a_week():
    found = figures("weekly_cost", costs=COSTS)
    same(
        found,
        """
        numerator | denominator | n
        304500    | 372         | 2
        """,
    )
    assert round(found["value"].item(), 2) == 818.55


def test_a_price_that_ended_on_the_first_day_has_no_day_in_the_period():
    found = figures("weekly_cost", by=("placement_type",), costs=COSTS)
    same(
        found,
        """
        placement_type  | value
        IFA foster      | 700
        Children's home | 7000
        """,
    )


def test_a_price_change_counts_each_price_for_its_days_and_the_child_once():
    costs = """
        child | placement_type | started    | ended      | weekly_cost
        1     | IFA foster     | 2024-04-01 | 2024-04-11 | 700
        1     | IFA foster     | 2024-04-11 |            | 1400
    """
    april = When(date(2024, 4, 1), date(2024, 4, 30))
    same(
        figures("weekly_cost", when=april, costs=costs),
        """
        numerator | denominator | n
        35000     | 30          | 1
        """,
    )


def test_nothing_priced_is_not_nought():
    same(
        figures("weekly_cost"),
        """
        denominator | value | mark
        0           |       | [z]
        """,
    )
