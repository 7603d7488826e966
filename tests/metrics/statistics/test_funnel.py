"""Funnel limits: as published, and as SciPy has the exact ones."""

import pytest
from scipy import stats

from metrics.statistics.funnel import limits
from metrics.vocabulary import Unit
from tests.table import table

PUBLISHED = """
    n     | low_95    | high_95   | low_998   | high_998
    20    | 63.326743 | 97.958152 | 53.341156 | 100
    50    | 69.691035 | 91.593861 | 63.375595 | 97.909301
    102   | 72.974925 | 88.309971 | 68.553233 | 92.731663
    438   | 76.942308 | 84.342587 | 74.808519 | 86.476377
    1008  | 78.203374 | 83.081521 | 76.796814 | 84.488082
    23022 | 80.132080 | 81.152816 | 79.837761 | 81.447134
"""
"""Shares round 80.642448%: PHEindicatormethods 1.1.3, tests/testthat/testdata_funnel_prop_outputs.csv."""

RATES = """
    of_low      | low_95      | of_high     | high_95
    132305.4373 | 105.5638147 | 108986.5814 | 128.1503327
    411529.9259 | 110.158048  | 369759.5622 | 122.6021934
"""
"""Population a year, of three, and limit round 116.1720835 per 100,000: testdata_funnel_rate_outputs.csv there."""


@pytest.mark.parametrize("row", table(PUBLISHED).to_dicts(), ids=lambda row: str(row["n"]))
def test_a_share_as_published(row: dict[str, float]) -> None:
    found = limits(row["n"], 80.642448, Unit.PERCENT)
    expected = (row["low_95"], row["high_95"], row["low_998"], row["high_998"])
    assert (found.low_95, found.high_95, found.low_998, found.high_998) == pytest.approx(expected, abs=2e-6)


@pytest.mark.parametrize("row", table(RATES).to_dicts(), ids=lambda row: str(row["low_95"]))
def test_a_rate_within_3_in_1000_of_the_published(row: dict[str, float]) -> None:
    """Theirs are where Byar's interval meets the rate, ours the normal approximation: they meet as events grow."""
    low, high = (limits(3 * row[size], 11.61720835, Unit.PER_10000) for size in ("of_low", "of_high"))
    assert (10 * low.low_95, 10 * high.high_95) == pytest.approx((row["low_95"], row["high_95"]), rel=3e-3)


@pytest.mark.parametrize("size", [50, 200, 800])
def test_a_share_meets_the_exact_binomial_limits_within_a_child(size: int) -> None:
    found = limits(size, 40, Unit.PERCENT)
    exact = [stats.binom.ppf(tail, size, 0.4) for tail in (0.025, 0.975, 0.001, 0.999)]
    ours = [size * limit / 100 for limit in (found.low_95, found.high_95, found.low_998, found.high_998)]
    assert ours == pytest.approx(exact, abs=1)


def test_no_share_lies_beyond_nought_and_a_hundred_and_no_rate_under_nought() -> None:
    assert (limits(5, 10, Unit.PERCENT).low_998, limits(5, 90, Unit.PERCENT).high_998) == (0, 100)
    assert limits(10, 20, Unit.PER_10000).low_95 == 0
