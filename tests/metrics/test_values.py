"""From sums to a value, its interval and its mark."""

import pytest

from tests.metrics.asked import figures

EPISODES = """
    borough | child | started    | ended      | sex    | is_out_of_area | birth_month
    Brent   | 1     | 2020-01-01 |            | Male   | true           | 2015-01-01
    Brent   | 2     | 2020-01-01 |            | Female | false          | 2015-01-01
    Brent   | 3     | 2020-01-01 | 2024-05-15 | Female | true           | 2015-01-01
    Ealing  | 4     | 2024-07-01 |            |        | true           |
"""

COSTS = """
    borough | child | placement_type | started    | ended      | weekly_cost | provider
    Brent   | 1     | IFA foster     | 2020-01-01 |            | 700         | Oak
    Brent   | 2     | IFA foster     | 2020-01-01 |            | 900         | Elm
    Ealing  | 4     | IFA foster     | 2020-01-01 |            | 1400        |
"""


def test_a_share_has_wilsons_interval_in_per_cent():
    found = figures("outside_borough", episodes=EPISODES)
    assert found.select("numerator", "denominator", "value").row(0) == (2, 3, pytest.approx(200 / 3))
    assert found.select("lower", "upper").row(0) == pytest.approx((20.7660, 93.8508), abs=1e-4)


def test_a_count_has_the_poisson_interval_and_no_denominator():
    found = figures("children_looked_after", episodes=EPISODES)
    assert found.select("lower", "upper").row(0) == pytest.approx((0.6187, 8.7673), abs=1e-4)
    assert found["denominator"].item() is None


def test_a_rate_has_the_interval_of_its_count():
    population = "authority | mid_year | children\nBrent | 2024 | 10000"
    found = figures("rate_per_10000", where={"borough": ("Brent",)}, episodes=EPISODES, population=population)
    assert found.select("value", "lower", "upper").row(0) == pytest.approx((2, 0.2422, 7.2247), abs=1e-4)


def test_a_mean_has_the_interval_of_a_ratio():
    """Three equal weights: mean 1,000; standard error 360.555 / sqrt(3) = 208.167; Student's t with 2 is 4.30265.

    The skewness of the sum is 36,000,000 / 260,000 ^ 1.5 = 0.271544, so that the ends lie 3.2244 errors under the mean
    and 17.2934 over it: of three children, one of them dear, next to nothing is known.
    """
    found = figures("weekly_cost", costs=COSTS)
    assert found.select("value", "lower", "upper").row(0) == pytest.approx((1000, 328.740, 4599.888), abs=1e-2)


def test_the_interval_of_a_mean_is_of_children_however_many_rows_each_has():
    parted = COSTS.replace(
        "Brent   | 1     | IFA foster     | 2020-01-01 |            | 700         | Oak",
        "Brent   | 1     | IFA foster     | 2020-01-01 | 2024-09-30 | 700         | Oak\n"
        "Brent   | 1     | IFA foster     | 2024-09-30 |            | 700         | Oak",
    )
    assert parted != COSTS
    whole, in_parts = figures("weekly_cost", costs=COSTS), figures("weekly_cost", costs=parted)
    assert in_parts.select("value", "lower", "upper", "n").row(0) == whole.select("value", "lower", "upper", "n").row(0)


def test_a_mean_of_one_has_no_interval():
    found = figures("weekly_cost", by=("borough",), where={"borough": ("Ealing",)}, costs=COSTS)
    assert found.select("value", "lower", "upper").row(0) == (1400, None, None)


def test_a_median_has_the_interval_of_ranks_where_there_are_enough():
    few = figures("distance_median", episodes="child | started | distance_miles\n1 | 2020-01-01 | 3")
    assert few.select("value", "lower", "upper").row(0) == (3, None, None)
    rows = "\n".join(f"{i} | 2020-01-01 | {i}" for i in range(1, 21))
    many = figures("distance_median", episodes=f"child | started | distance_miles\n{rows}")
    assert many.select("value", "lower", "upper").row(0) == (10.5, 6, 15)


def test_from_one_to_five_cases_are_marked_unreliable():
    rows = "\n".join(f"{i} | 2020-01-01" for i in range(6))
    assert figures("foster", episodes=f"child | started\n{rows}")["mark"].item() is None
    five = figures("foster", where={"sex": ("",)}, episodes=f"child | started\n{rows[: rows.rindex(chr(10))]}")
    assert five["mark"].item() == "[u]"
