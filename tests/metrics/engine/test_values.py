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


def priced(children: int, *, first_in_parts: bool = False) -> str:
    """So many children by turns at £700, £900 and £1,400 a week; the first one's price may stand in two rows."""
    spans = {1: ("2020-01-01 | 2024-09-30", "2024-09-30 |")} if first_in_parts else {}
    rows = [
        f"Brent | {child} | IFA foster | {span} | {(1400, 700, 900)[child % 3]}"
        for child in range(1, children + 1)
        for span in spans.get(child, ("2020-01-01 |",))
    ]
    return "\n".join(["borough | child | placement_type | started | ended | weekly_cost", *rows])


def test_a_mean_has_the_interval_of_a_ratio():
    """Of 33 children: mean 1,000; error root(2,860,000 x 33 / 32) / 33 = 52.042; Student's t with 32 is 2.03693.

    The skewness of the sum is 396,000,000 / 2,860,000 ^ 1.5 = 0.081874, so that the ends lie 1.92083 errors under the
    mean and 2.17741 over it.
    """
    found = figures("weekly_cost", costs=priced(33))
    assert found.select("value", "lower", "upper").row(0) == pytest.approx((1000, 900.037, 1113.316), abs=1e-2)


@pytest.mark.parametrize(("children", "has_one"), [(3, False), (29, False), (30, True)])
def test_of_fewer_than_thirty_children_a_mean_has_no_interval(children: int, has_one: bool):
    found = figures("weekly_cost", costs=priced(children))
    assert found["value"].item() is not None
    assert (found["lower"].item() is not None, found["upper"].item() is not None) == (has_one, has_one)


def test_the_interval_of_a_mean_is_of_children_however_many_rows_each_has():
    columns = ("value", "lower", "upper", "n")
    whole, in_parts = (
        figures("weekly_cost", costs=priced(33, first_in_parts=parted)).select(columns).row(0)
        for parted in (False, True)
    )
    assert in_parts == pytest.approx(whole)
    assert whole[1] is not None


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
