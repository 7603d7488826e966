"""Prices that ought to be alike."""

from metrics.periods import calendar
from metrics.populations.like_for_like import same_care
from tests.metrics.asked import YEAR, given, same
from tests.metrics.cost.like_care import LIKE_CARE


def test_two_boroughs_and_what_their_prices_are_set_against():
    found = same_care(given(costs=LIKE_CARE), calendar(YEAR, None).lazy()).collect()
    same(
        found,
        """
        child | weekly_cost | like_median | like_lower_quartile | like_spread
        1     | 1000        | 1200        | 1100                | 400
        2     | 1200        | 1200        | 1100                | 400
        3     | 1500        | 1200        | 1100                | 400
        7     | 5000        | 5050        | 5025                | 100
        8     | 5100        | 5050        | 5025                | 100
        """,
    )
    assert found["cell"].n_unique() == 2


def test_each_month_is_compared_within_itself():
    found = same_care(given(costs=LIKE_CARE), calendar(YEAR, "month").lazy()).collect()
    assert found["cell"].n_unique() == 24
