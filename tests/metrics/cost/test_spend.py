"""Weekly cost / 7 x days, summed."""

import pytest

from metrics import When
from tests.metrics.asked import figures, same


def test_each_price_counts_for_its_days_in_the_period():
    costs = """
        borough | child | placement_type | started    | ended      | weekly_cost
        Brent   | 1     | IFA foster     | 2020-01-01 |            | 70
        Brent   | 2     | IFA foster     | 2024-04-11 | 2024-04-21 | 700
        Ealing  | 3     | IFA foster     | 2024-03-01 | 2024-04-03 | 7
    """
    same(
        figures("spend", by=("borough",), costs=costs),
        """
        borough | value | n
        Brent   | 4650  | 2
        Ealing  | 2     | 1
        """,
    )


def test_a_leap_year_has_a_day_more():
    costs = """
        child | placement_type | started    | weekly_cost
        1     | IFA foster     | 2020-01-01 | 70
    """
    same(figures("spend", when=When.return_year(2024), costs=costs), "value\n3660")
    same(figures("spend", when=When.return_year(2025), costs=costs), "value\n3650")


def test_months_add_up_to_the_year():
    costs = """
        child | placement_type | started    | ended      | weekly_cost
        1     | IFA foster     | 2024-02-20 | 2024-09-09 | 431.21
        1     | IFA foster     | 2024-09-09 |            | 511.70
    """
    months = figures("spend", by=("month",), costs=costs)
    assert months.height == 12
    assert months["value"].sum() == pytest.approx(figures("spend", costs=costs)["value"].item(), rel=1e-11)


def test_a_price_without_a_placement_is_left_out():
    costs = """
        child | started    | weekly_cost
        1     | 2024-04-01 | 70
    """
    same(figures("spend", costs=costs), "value | n\n0 | 0")
