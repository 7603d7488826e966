"""The line of weekly cost on need."""

import pytest

from metrics.periods import calendar
from metrics.populations.expected_cost import explained_census, needed_days_year_before
from tests.metrics.asked import YEAR, given

PERIODS = calendar(YEAR, None).lazy()
HEAD = "child | placement_type | started | ended | need_score | weekly_cost\n"


def _costs(days: list[int], slope: float) -> str:
    """Give a price of so many days from 1 April 2023 for each score from 0 up, on a line."""
    rows = [f"{i} | IFA foster | 2023-04-01 | 2023-04-{1 + n:02} | {i} | {700 + slope * i}" for i, n in enumerate(days)]
    return HEAD + "\n".join(rows)


def test_a_point_of_need_costs_the_slope_of_the_line_a_day():
    found = needed_days_year_before(given(costs=_costs([10] * 10, 14)), PERIODS).collect()
    assert found["point_price"].to_list() == pytest.approx([2] * 10)


def test_a_price_of_more_days_draws_the_line_towards_it():
    # Nine prices on a line at 2 a day a point, and one off it: the longer it lasts, the more it counts.
    short, long = (_costs([1] * 9 + [last], 14).replace("9 | 826", "9 | 700") for last in (1, 20))
    prices = [needed_days_year_before(given(costs=text), PERIODS).collect()["point_price"][0] for text in (short, long)]
    assert prices[1] < prices[0] < 2


@pytest.mark.parametrize(
    "text", [_costs([10] * 9, 14), HEAD + "1 | IFA foster | 2023-04-01 | 2023-04-02 | 5 | 700\n" * 12]
)
def test_few_prices_or_one_score_tell_nothing(text: str):
    found = needed_days_year_before(given(costs=text), PERIODS).collect()
    assert set(found["point_price"]) == {0.0}


def test_prices_without_a_score_are_left_out_of_the_line_and_not_of_the_days():
    text = _costs([10] * 10, 14) + "\n99 | IFA foster | 2023-04-01 | 2023-04-11 | | 9999"
    found = needed_days_year_before(given(costs=text), PERIODS).collect()
    assert found["point_price"].to_list() == pytest.approx([2] * 11)


def test_each_type_and_each_date_has_its_own_line():
    rows = [
        f"{i} | {kind} | 2023-04-01 | | {i} | {700 + slope * i}"
        for kind, slope in (("IFA foster", 7), ("Children's home", 70))
        for i in range(10)
    ]
    found = explained_census(given(costs=HEAD + "\n".join(rows)), PERIODS).collect()
    assert found["expected_cost"].to_list() == pytest.approx(found["weekly_cost"].to_list())
