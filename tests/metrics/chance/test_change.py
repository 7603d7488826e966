"""Has a figure changed? By the children who came, left or changed; those who stay as they are prove nothing."""

import numpy as np
import polars as pl
import pytest
from scipy import stats

from metrics import METRICS
from metrics.chance.change import change

SHARE, COUNT, MEAN, RATE, MEDIAN = (
    METRICS[slug]
    for slug in ("outside_borough", "children_looked_after", "weekly_cost", "rate_per_10000", "weekly_cost_median")
)


def known(numbers: dict[str, tuple[float, float]], by: str = "Brent") -> pl.DataFrame:
    """Cases of one group by name: numerator and denominator."""
    rows = [(by, name, *of) for name, of in numbers.items()]
    schema = {"by": pl.String, "case": pl.String, "numerator": pl.Float64, "denominator": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def flags(outside: int, inside: int, first: int = 0) -> dict[str, tuple[float, float]]:
    """So many children outside and inside, numbered on."""
    return {f"child {first + at}": (float(at < outside), 1.0) for at in range(outside + inside)}


def judged(metric: str, now: pl.DataFrame, before: pl.DataFrame) -> dict[str, float]:
    return change(METRICS[metric], now, before).row(0, named=True)


def test_the_same_children_in_the_same_places_have_not_changed():
    same = known(flags(40, 60))
    found = judged("outside_borough", same, same)
    assert (found["value"], found["before"], found["change"], found["chance"]) == (40.0, 40.0, 0.0, 1.0)


def test_a_move_of_ten_of_a_hundred_who_stay_says_more_than_ten_more_of_a_hundred_others():
    before, now = known(flags(40, 60)), known(flags(50, 50))
    others = known(flags(50, 50, first=1_000))
    same, new = (judged("outside_borough", each, before) for each in (now, others))
    assert same["change"] == new["change"] == pytest.approx(10)
    assert same["chance"] < 0.01 < 0.1 < new["chance"]


def test_of_the_same_children_only_moves_are_evidence_and_one_more_is_allowed_for():
    found = judged("outside_borough", known(flags(50, 50)), known(flags(40, 60)))
    assert found["chance"] == pytest.approx(2 * stats.norm.sf(10 / np.sqrt(10 - 10**2 / 100 + 1)))


def test_of_other_children_the_interval_is_that_of_two_independent_shares():
    found = judged("outside_borough", known(flags(50, 50, first=1_000)), known(flags(40, 60)))
    half = 1.96 * 100 * np.sqrt(0.5 * 0.5 / 100 + 0.4 * 0.6 / 100 + 0.01**2)
    assert found["upper"] - found["change"] == pytest.approx(half, rel=0.01)


def test_a_count_changes_by_who_came_and_who_left():
    before = known(flags(0, 100))
    now = known({f"child {at}": (1.0, 1.0) for at in range(30, 120)})
    ones = before.with_columns(numerator=pl.lit(1.0))
    found = judged("children_looked_after", now, ones)
    assert (found["value"], found["before"]) == (90.0, 100.0)
    assert found["chance"] == pytest.approx(2 * stats.norm.sf(10 / np.sqrt(20 + 30 + 1)))


def test_a_rise_of_every_price_is_seen_however_much_prices_differ():
    prices = {f"child {at}": 500.0 + 90 * at for at in range(40)}
    before = known({name: (price * 52, 52.0) for name, price in prices.items()})
    now = known({name: (price * 1.04 * 52, 52.0) for name, price in prices.items()})
    found = judged("weekly_cost", now, before)
    assert found["change"] == pytest.approx(0.04 * found["before"])
    assert found["chance"] < 1e-6


def test_one_dear_child_more_proves_nothing():
    prices = {f"child {at}": (700.0 * 52, 52.0) for at in range(40)}
    found = judged("weekly_cost", known(prices | {"child 40": (9_000.0 * 52, 52.0)}), known(prices))
    assert found["change"] > 200
    assert found["chance"] > 0.2


def test_what_is_fixed_is_no_evidence():
    residents = pl.DataFrame({"by": ["Brent"], "case": [None], "numerator": [0.0], "denominator": [50_000.0]})
    events = {f"child {at}": (1.0, 0.0) for at in range(60)}
    early = {f"child {at}": (1.0, 0.0) for at in range(40, 80)}
    rows = [pl.concat([known(each), residents.cast(known({}).schema)]) for each in (events, early)]
    found = judged("rate_per_10000", *rows)
    assert (found["value"], found["before"]) == (pytest.approx(12), pytest.approx(8))
    assert found["chance"] == pytest.approx(2 * stats.norm.sf(20 / np.sqrt(60 + 1)))


def test_a_median_changes_where_values_do():
    before = known({f"child {at}": (500.0 + 7 * at, 1.0) for at in range(101)})
    found = judged("weekly_cost_median", before.with_columns(pl.col("numerator") * 1.1), before)
    assert found["change"] == pytest.approx(85)
    assert found["chance"] < 0.01
    assert judged("weekly_cost_median", before, before)["chance"] == 1.0


def test_a_group_that_one_time_does_not_know_is_not_judged():
    assert change(SHARE, known(flags(4, 6)), known({})).is_empty()


@pytest.mark.parametrize("lean", [0.0, 1.0], ids=["alike", "long tail"])
def test_the_interval_of_a_change_covers_it_nineteen_times_in_twenty(lean: float):
    """Second way: two years of made-up prices that do not change, three in four children in both."""
    dice, hits, times = np.random.default_rng(11), 0, 400
    for _ in range(times):
        price = np.exp(dice.normal(6.6, 0.3 + 0.6 * lean, 100))
        years = [known({f"child {at}": (price[at] * 52, 52.0) for at in range(*span)}) for span in ((25, 100), (0, 75))]
        found = change(MEAN, *years).row(0, named=True)
        hits += found["lower"] <= 0 <= found["upper"]
    assert 0.92 <= hits / times <= 0.98
