"""Which prices stand far above what need explains: on logarithms, as prices are skewed, and judged together.

The distance is the logarithm of price over what need explains. Its spread is the larger of two: the median distance
from the median (Iglewicz and Hoaglin 1993), and that of the upper tenth, since prices reach further up than down. Each
distance is held against Student's t of three tenths as many degrees of freedom as there are prices, as a spread by
medians tells as much as some 37 in 100 would; and all together at a false discovery rate of 5% (Benjamini and Hochberg
1995). Of made-up prices without any effect (normal, lognormal, gamma, exponential; 10 to 300) at most 1 in 20 sets
names one.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from scipy import special

from metrics.chance.false_discovery import found

OF_A_NORMAL: Final = 1.4826
"""What the median absolute deviation is multiplied by to stand for a standard deviation."""

UPPER: Final = 0.9
TOLD_BY: Final = 0.3
FEWEST: Final = 10
"""Prices below which none is far from the others."""


def far_above(prices: Sequence[float], expected: Sequence[float]) -> list[bool]:
    """Say of each price whether it is far above what was expected of it; both are in the same unit and above zero."""
    known = np.array([price > 0 and other > 0 for price, other in zip(prices, expected, strict=True)], dtype=bool)
    if known.sum() < FEWEST:
        return [False] * len(known)
    ratio = np.array(prices, np.float64)[known] / np.array(expected, np.float64)[known]
    away = np.log(ratio) - np.median(np.log(ratio))
    spread = max(float(np.median(np.abs(away))) * OF_A_NORMAL, float(np.quantile(away, UPPER) / special.ndtri(UPPER)))
    if spread <= 0:
        return [False] * len(known)
    chances = special.stdtr(TOLD_BY * len(away), -away / spread)
    far = found(dict(zip(np.flatnonzero(known).tolist(), chances.tolist(), strict=True)))
    return [place in far for place in range(len(known))]
