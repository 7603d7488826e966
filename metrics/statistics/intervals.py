"""95% intervals, as Polars expressions over grouped sums or as arrays through SciPy.

Sources: Wilson (1927); Byar's approximation (Breslow and Day 1987), exact Poisson below 10 (Garwood 1936), as the
Office for Health Improvement and Disparities uses them; ratio estimator (Cochran 1977, chapter 6); order
statistics of a quantile (Conover 1999); the tail of a mean (Hall 1992).
"""

from math import sqrt
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import special

CONFIDENCE: Final = 0.95
TAIL: Final = (1 - CONFIDENCE) / 2
Z: Final = float(special.ndtri(1 - TAIL))
TAIL_OF_ONE_ERROR: Final = float(special.ndtr(-1))
"""The chance beyond one standard error, on one side."""
EXACT_BELOW: Final = 10
"""Counts under this take the exact Poisson interval rather than Byar's approximation."""

FEWEST_OF_A_MEAN: Final = 30
"""Children under whom the interval of a mean with a tail holds the truth less often than it says, by any method."""

NO_LEAN: Final = 1e-6
"""Under this skewness a curve is taken to have no tail on one side."""

Floats = NDArray[np.float64]


def wilson_of(share: float, n: float) -> tuple[float, float]:
    """Give the interval of one share (0 to 1) of a number that need not be whole, kept inside 0 and 1."""
    middle, spread = (share + Z**2 / n / 2) / (1 + Z**2 / n), Z**2 / n
    half = Z * sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(middle - half, 0.0), min(middle + half, 1.0)


def wilson(numerator: pl.Expr, denominator: pl.Expr) -> tuple[pl.Expr, pl.Expr]:
    """Give the interval of a proportion (0 to 1), kept inside 0 and 1."""
    denominator = denominator.cast(pl.Float64)  # whole numbers of 32 bits would overflow when squared
    share, spread = numerator / denominator, Z**2 / denominator
    middle = (share + spread / 2) / (1 + spread)
    half = Z * (share * (1 - share) / denominator + Z**2 / (4 * denominator**2)).sqrt() / (1 + spread)
    return (middle - half).clip(0, 1), (middle + half).clip(0, 1)


def poisson(count: Floats) -> tuple[Floats, Floats]:
    """Give the interval of a count of events: exact below 10, Byar's from there on."""
    lower, upper = _byar(count)
    is_small = count < EXACT_BELOW
    lower[is_small], upper[is_small] = _garwood(count[is_small])
    return lower, upper


def _garwood(count: Floats) -> tuple[Floats, Floats]:
    lower = np.where(count > 0, special.gammaincinv(np.maximum(count, 1e-9), TAIL), 0.0)
    return lower, special.gammaincinv(count + 1, 1 - TAIL)


def _byar(count: Floats) -> tuple[Floats, Floats]:
    events = np.maximum(count, 1.0)
    lower = events * (1 - 1 / (9 * events) - Z / (3 * np.sqrt(events))) ** 3
    more = events + 1
    return lower, more * (1 - 1 / (9 * more) + Z / (3 * np.sqrt(more))) ** 3


def student(degrees: Floats) -> Floats:
    """Give the two-sided critical value of Student's t; not a number below one degree of freedom."""
    return np.where(degrees >= 1, special.stdtrit(np.maximum(degrees, 1), 1 - TAIL), np.nan)


def leaning(critical: Floats, lean: Floats) -> tuple[Floats, Floats]:
    """Give the ends between which a mean's distance from the truth lies, in standard errors, where cases have a tail.

    `lean` is the skewness of the cases' sum. Hall's transformation takes the skewness out of Student's statistic, and
    is turned round here: second-order right, as the bootstrap-t is, and equal to it within a point of coverage on
    made-up prices. Source: Hall (1992), Journal of the Royal Statistical Society B 54, 221 to 228.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = (
            np.where(np.abs(lean) < NO_LEAN, end, 3 / lean * (np.cbrt(1 + lean * (end - lean / 6)) - 1))
            for end in (-critical, critical)
        )
    return low, high


def ranks(n: Floats, quantile: float, tail: float = TAIL) -> tuple[Floats, Floats]:
    """Give the ranks (from 1) of the order statistics that bound a quantile; 0 or n + 1 where none does.

    `tail` is the chance that the truth lies beyond either of them.
    """
    return _successes(tail, n, quantile), _successes(1 - tail, n, quantile) + 1


def distance(low: Floats, high: Floats, n: Floats, quantile: float) -> Floats:
    """Give how many standard errors lie between a quantile and either of two ranks, by what they hold of it."""
    within = special.bdtr(high - 1, n.astype(np.int64), quantile) - special.bdtr(low - 1, n.astype(np.int64), quantile)
    return special.ndtri((1 + within) / 2)


def _successes(probability: float, n: Floats, chance: float) -> Floats:
    """Give the quantile of a binomial: the fewest successes that are reached with at least the probability."""
    tries = np.maximum(n, 1).astype(np.int64)
    at_most = np.ceil(special.bdtrik(probability, tries, chance))
    one_less = np.maximum(at_most - 1, 0)
    fewest = np.where(special.bdtr(one_less, tries, chance) >= probability, one_less, at_most)
    return np.where(n > 0, fewest, 0.0)
