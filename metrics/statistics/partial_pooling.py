"""Partial pooling: a share of few children drawn towards that of all boroughs, the more the less its size tells.

What to expect of a small borough is nearer to the others than what happened in it. Each figure is moved towards the
mean of all by its own error over that and the spread between boroughs, which is estimated from the same figures.
Sources: DerSimonian and Laird (1986), Controlled Clinical Trials 7, 177 to 188; Efron and Morris (1975), Journal of the
American Statistical Association 70, 311 to 319. Equal to the former's spread and mean as metafor gives them for the 13
trials of BCG vaccine.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from metrics.statistics.intervals import Floats

SMALL: Final = 60
"""Children under whom a borough's share is shown drawn towards the others' too."""

FEWEST_BOROUGHS: Final = 4
"""Boroughs under whom the spread between them cannot be told."""

PERCENT: Final = 100.0


def pooled(figures: Floats, errors: Floats) -> Floats:
    """Draw each figure of a row towards the mean of its row. `errors` are standard errors, in the figures' unit."""
    between = spread(figures, errors)
    near = between + errors**2
    middle = _mean(figures, 1 / near)
    return middle + (figures - middle) * between / near


def spread(figures: Floats, errors: Floats) -> Floats:
    """Give the variance between the truths behind the figures of each row, zero where chance alone gives as much."""
    weights = 1 / errors**2
    total = weights.sum(axis=-1, keepdims=True)
    excess = (weights * (figures - _mean(figures, weights)) ** 2).sum(axis=-1, keepdims=True)
    freedom = figures.shape[-1] - 1
    return np.maximum(excess - freedom, 0) / (total - (weights**2).sum(axis=-1, keepdims=True) / total)


def _mean(figures: Floats, weights: Floats) -> Floats:
    return (figures * weights).sum(axis=-1, keepdims=True) / weights.sum(axis=-1, keepdims=True)


def expected_shares(shares: Sequence[float], children: Sequence[float], centre: float) -> list[float | None]:
    """Give what to expect of each borough of under 60 children; None of the others, and where too few are known.

    `shares` and `centre`, the share of all, are percentages.
    """
    if len(shares) < FEWEST_BOROUGHS or not 0 < centre < PERCENT:
        return [None] * len(shares)
    sizes = np.array(children, np.float64)
    errors = np.sqrt(centre * (PERCENT - centre) / sizes)
    near = pooled(np.array(shares, np.float64), errors)
    return [float(value) if size < SMALL else None for value, size in zip(near, sizes, strict=True)]
