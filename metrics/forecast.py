"""What comes if nothing changes: a do-nothing forecast of a monthly series with its 95% interval.

The level is smoothed: each month moves it by a share of its surprise, the share (of 0.05 to 1.00) that would have
forecast this series best. Half of the straight line's slope is added only where that would have forecast the last two
years of the series better by a tenth: slopes drawn further are mostly wrong. The interval is the surprise that 19 of
20 past months kept under, wider with each month ahead.

Sources: simple exponential smoothing with its forecast variance (Hyndman and Athanasopoulos, Forecasting: principles
and practice, 3rd edition, 8.1 and 8.7); half the slope as the theta method (Hyndman and Billah 2003); the interval from
ordered past errors (split conformal, Vovk and others 2005). Chosen by back-test: docs/statistics.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

import numpy as np
from numpy.typing import NDArray

from metrics.intervals import CONFIDENCE

FEWEST: Final = 12
"""Months that a forecast needs."""

SHARES: Final = np.arange(1, 21) / 20
"""The shares of a surprise that the level may move by."""

PROVED_OVER: Final = 24
"""Months at the end of a series over which a slope must prove itself; none is drawn without a year before them."""

BETTER: Final = 0.9
"""How small its mean error must be, against that of the level alone."""

LEVEL: Final = "smoothed level"
SLOPED: Final = "smoothed level and half its slope"

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Forecast:
    """The months ahead in order, each with the ends of its 95% interval, in the unit of the series; and how made."""

    values: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    method: str


def forecast(
    values: Sequence[float], ahead: int, *, floor: float | None = 0.0, ceiling: float | None = None
) -> Forecast | None:
    """Forecast the months after a series without gaps or breaks; None under twelve months.

    Nothing lies under `floor` or over `ceiling`: nought for a count, 100 for a share, None for a change.
    """
    if len(values) < FEWEST:
        return None
    known = np.array(values, dtype=np.float64)
    share, level, surprises = smoothed(known)
    slopes = _proved(known)
    middle = level + (half_slope(known, share, ahead) if slopes else np.zeros(ahead))
    reach = _usual(surprises) * np.sqrt(1 + np.arange(ahead) * share**2)
    come, lower, upper = (_inside(line, floor, ceiling) for line in (middle, middle - reach, middle + reach))
    return Forecast(come, lower, upper, SLOPED if slopes else LEVEL)


def _inside(line: Floats, floor: float | None, ceiling: float | None) -> tuple[float, ...]:
    return tuple(float(point) for point in np.clip(line, floor, ceiling))


def smoothed(values: Floats) -> tuple[float, float, Floats]:
    """Give the best share, the level after the last month, and each month's surprise but the first's."""
    level, surprises = np.full(len(SHARES), values[0]), np.empty((len(values) - 1, len(SHARES)))
    for at, value in enumerate(values[1:]):
        surprises[at] = value - level
        level = level + SHARES * surprises[at]
    best = int(np.argmin((surprises**2).sum(axis=0)))
    return float(SHARES[best]), float(level[best]), surprises[:, best]


def half_slope(values: Floats, share: float, ahead: int) -> Floats:
    """Give half the fitted straight line's rise to each month ahead, from where the smoothed level stands."""
    months = np.arange(len(values), dtype=np.float64) - (len(values) - 1) / 2
    half = float((months * values).sum() / (months**2).sum()) / 2
    behind = (1 - (1 - share) ** len(values)) / share
    return half * (np.arange(ahead, dtype=np.float64) + behind)


def _proved(values: Floats) -> bool:
    """Say whether the slope forecasts the last two years better by a tenth than the level alone."""
    if len(values) < FEWEST + PROVED_OVER:
        return False
    alone, sloped = 0.0, 0.0
    for known in range(len(values) - PROVED_OVER, len(values) - 2, 2):
        came = values[known : known + 12]
        share, level, _ = smoothed(values[:known])
        rise = half_slope(values[:known], share, len(came))
        alone += float(np.abs(came - level).mean())
        sloped += float(np.abs(came - level - rise).mean())
    return sloped < BETTER * alone


def _usual(surprises: Floats) -> float:
    """Give the surprise that a new one keeps under 95 times in 100; the greatest of few."""
    rank = min(ceil((len(surprises) + 1) * CONFIDENCE), len(surprises))
    return float(np.sort(np.abs(surprises))[rank - 1])
