"""Does a borough differ from the others? As if its children were dealt to it at random."""

import numpy as np
import polars as pl
import pytest
from scipy import stats

from metrics import METRICS
from metrics.chance.difference import apart

SHARE, MEAN, RATE, MEDIAN = (
    METRICS[slug] for slug in ("outside_borough", "weekly_cost", "rate_per_10000", "weekly_cost_median")
)


def dealt(numerators: dict[str, list[float]], denominator: float = 1.0) -> pl.DataFrame:
    """Cases of several boroughs."""
    rows = [
        (name, f"{name} {at}", value, denominator) for name, of in numerators.items() for at, value in enumerate(of)
    ]
    schema = {"by": pl.String, "case": pl.String, "numerator": pl.Float64, "denominator": pl.Float64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def chances(metric: str, known: pl.DataFrame) -> dict[str, tuple[int, float]]:
    return {row["by"]: (row["way"], row["chance"]) for row in apart(METRICS[metric], known).iter_rows(named=True)}


def test_a_share_is_judged_as_the_hypergeometric_test_does():
    found = chances("outside_borough", dealt({"Brent": [1.0] * 30 + [0.0] * 20, "Ealing": [1.0] * 60 + [0.0] * 90}))
    exact = stats.hypergeom.sf(29, 200, 90, 50)
    assert found["Brent"] == (1, pytest.approx(2 * exact, rel=0.1))
    assert found["Ealing"] == (-1, pytest.approx(2 * exact, rel=0.1))


def test_a_rate_is_judged_by_the_boroughs_share_of_residents():
    events = dealt({"Brent": [1.0] * 60, "Ealing": [1.0] * 60}, denominator=0.0)
    residents = pl.DataFrame({"by": ["Brent", "Ealing"], "case": [None, None], "numerator": [0.0, 0.0]})
    people = residents.with_columns(denominator=pl.Series([20_000.0, 40_000.0])).cast(events.schema)
    found = chances("rate_per_10000", pl.concat([events, people]))
    assert found["Brent"] == (1, pytest.approx(2 * stats.binom.sf(59, 120, 1 / 3), rel=0.15))


def test_dear_children_in_a_small_borough_are_judged_as_dealing_them_out_again_would():
    """Second way: dealt out 40,000 times. A long tail makes the normal curve wrong by half here."""
    dice = np.random.default_rng(5)
    prices = np.exp(dice.normal(6.6, 1.0, 300))
    dear = np.sort(prices)[::-1]
    mine, rest = dear[[3, 20, 40, 60, 80, 100, 120, 140, 160, 180]], np.delete(dear, [3, *range(20, 200, 20)])
    found = chances("weekly_cost", dealt({"Brent": [*mine], "Ealing": [*rest]}))
    drawn = np.array([dice.choice(dear, 10, replace=False).sum() for _ in range(40_000)])
    tail = min((drawn >= mine.sum()).mean(), (drawn <= mine.sum()).mean())
    assert found["Brent"][1] == pytest.approx(2 * tail, rel=0.15)


def test_children_dealt_to_boroughs_at_random_are_told_apart_no_oftener_than_promised():
    dice, told, cells = np.random.default_rng(3), 0, 0
    sizes = np.repeat([f"Borough {at}" for at in range(8)], [15, 40, 90, 130, 170, 210, 260, 310])
    for _ in range(150):
        price = np.exp(dice.normal(6.6, 1.0, len(sizes)))
        cases = pl.DataFrame({"by": sizes, "case": np.arange(len(sizes)).astype(str), "numerator": price})
        found = apart(MEAN, cases.with_columns(denominator=pl.lit(1.0)))
        told, cells = told + (found["chance"] < 0.05).sum(), cells + found.height
    assert 0.03 <= told / cells <= 0.07


def test_a_total_beside_the_others_says_nothing_but_size():
    assert apart(METRICS["annualised_spend"], dealt({"Brent": [1.0], "Ealing": [1.0]})).is_empty()


def test_one_borough_alone_differs_from_nobody():
    assert apart(SHARE, dealt({"Brent": [1.0, 0.0]})).is_empty()


def test_boroughs_that_are_all_alike_are_not_told_apart():
    found = chances("weekly_cost", dealt({"Brent": [5.0] * 4, "Ealing": [5.0] * 9}))
    assert {chance for _, chance in found.values()} == {1.0}


def test_a_median_is_judged_by_how_many_lie_above_that_of_all():
    found = chances("weekly_cost_median", dealt({"Brent": [9.0] * 12 + [1.0] * 2, "Ealing": [9.0] * 20 + [1.0] * 60}))
    assert found["Brent"][0] == 1
    assert found["Brent"][1] < 0.001
