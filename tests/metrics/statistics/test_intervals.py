"""Intervals against SciPy and against published examples."""

import numpy as np
import polars as pl
import pytest
from scipy import stats

from metrics.statistics.intervals import EXACT_BELOW, leaning, poisson, ranks, student, wilson

COUNTS = np.arange(0, 60, dtype=float)


def of(numerator: float, denominator: float) -> tuple[float, float]:
    """Give Wilson's interval of one proportion."""
    lower, upper = wilson(pl.lit(numerator), pl.lit(denominator))
    return pl.select(lower=lower, upper=upper).row(0)


@pytest.mark.parametrize(("numerator", "denominator"), [(0, 10), (1, 10), (10, 10), (3, 7), (81, 263), (500, 81770)])
def test_wilson_is_scipys(numerator: int, denominator: int):
    scipy = stats.binomtest(numerator, denominator).proportion_ci(0.95, method="wilson")
    assert of(numerator, denominator) == pytest.approx((scipy.low, scipy.high), abs=1e-12)


@pytest.mark.parametrize(
    ("numerator", "denominator", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_published(numerator: int, denominator: int, lower: float, upper: float):
    """Newcombe 1998, Statistics in Medicine 17, 857 to 872, table I, method 3."""
    assert of(numerator, denominator) == pytest.approx((lower, upper), abs=5e-5)


def test_wilson_stays_between_nought_and_one():
    assert of(0, 5)[0] == 0
    assert of(5, 5)[1] == 1


def test_small_counts_take_the_exact_poisson_interval():
    lower, upper = poisson(COUNTS)
    exact = COUNTS < EXACT_BELOW
    chi_lower = np.nan_to_num(stats.chi2.ppf(0.025, 2 * COUNTS) / 2)
    assert lower[exact] == pytest.approx(chi_lower[exact], abs=1e-9)
    assert upper[exact] == pytest.approx(stats.chi2.ppf(0.975, 2 * COUNTS + 2)[exact] / 2, abs=1e-9)


def test_byar_worked_by_hand():
    """65 events: 65 (1 - 1/585 - 1.95996/24.1868)^3 and 66 (1 - 1/594 + 1.95996/24.3721)^3."""
    lower, upper = poisson(np.array([65.0]))
    assert (lower[0], upper[0]) == pytest.approx((50.1632, 82.8491), abs=5e-5)


def test_byar_and_the_exact_interval_meet_within_2_in_1000_as_published():
    """Public Health England, Technical guide: confidence intervals (2018), appendix 1: from 10 events on."""
    lower, upper = poisson(COUNTS[10:])
    assert lower == pytest.approx(stats.chi2.ppf(0.025, 2 * COUNTS[10:]) / 2, rel=0.002)
    assert upper == pytest.approx(stats.chi2.ppf(0.975, 2 * COUNTS[10:] + 2) / 2, rel=0.002)


def test_byar_as_published():
    """30 cases: 20.24 to 42.83, Calabrese (editor), Biological effects of low level exposures (1992), table 7.5."""
    lower, upper = poisson(np.array([30.0]))
    assert (lower[0], upper[0]) == pytest.approx((20.24, 42.83), abs=0.005)


def test_no_event_at_all_as_published():
    """Aragon, epitools for R, pois.exact: up to 3.689."""
    lower, upper = poisson(np.array([0.0]))
    assert (lower[0], upper[0]) == pytest.approx((0, 3.689), abs=5e-4)


def test_student_is_scipys_and_nothing_below_one_degree_of_freedom():
    found = student(np.array([0.0, 1.0, 9.0, 1000.0]))
    assert np.isnan(found[0])
    assert found[1:] == pytest.approx(stats.t.ppf(0.975, [1, 9, 1000]), rel=1e-9)


def test_the_sixth_and_fifteenth_of_twenty_bound_the_median():
    """Conover, Practical Nonparametric Statistics, 3rd edition, section 3.2."""
    lower, upper = ranks(np.array([20.0]), 0.5)
    assert (lower[0], upper[0]) == (6, 15)


@pytest.mark.parametrize("quantile", [0.25, 0.5, 0.75])
def test_ranks_are_scipys(quantile: float):
    sizes = np.arange(0, 400, dtype=float)
    lower, upper = ranks(sizes, quantile)
    assert (lower == stats.binom.ppf(0.025, sizes, quantile)).all()
    assert (upper == stats.binom.ppf(0.975, sizes, quantile) + 1).all()


def test_without_a_tail_a_mean_has_students_interval_on_both_sides():
    low, high = leaning(np.array([2.0]), np.array([0.0]))
    assert (low.item(), high.item()) == (-2.0, 2.0)


@pytest.mark.parametrize(("children", "least"), [(30, 0.93), (100, 0.93), (400, 0.93)])
def test_the_interval_of_a_dear_mean_covers_it_nineteen_times_in_twenty(children: int, least: float):
    """Made-up prices: three in four cheap, one in six eight times as dear. Student's alone covers 90% of thirty."""
    dice, truth, hits, times = np.random.default_rng(8), 0.76 * 700 + 0.16 * 5_500 + 0.08 * 1_400, 0, 1_500
    for _ in range(times):
        prices = dice.choice([700.0, 5_500.0, 1_400.0], children, p=[0.76, 0.16, 0.08]) * dice.uniform(
            0.8, 1.2, children
        )
        off = prices - prices.mean()
        error = np.sqrt((off**2).sum() / children / (children - 1))
        lean = (off**3).sum() / (off**2).sum() ** 1.5
        low, high = leaning(student(np.array([children - 1.0])), np.array([lean]))
        hits += prices.mean() - error * high.item() <= truth <= prices.mean() - error * low.item()
    assert least <= hits / times <= 0.985
