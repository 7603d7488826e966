"""What comes if nothing changes: a do-nothing forecast of a monthly series with its 95% interval.

The level is smoothed: each month moves it by a share of its surprise, the share (of 0.05 to 1.00) that would have
forecast this series best. Half of the straight line's slope is added only where that would have forecast the last two
years of the series better by a tenth: slopes drawn further are mostly wrong. Where the series stepped every April, its
past is brought to today's level first, and the steps to come are put on.

The interval is the surprise that 19 of 20 past months kept under, wider with each month ahead: by the largest share
that fits about as well as the best, as the best of a short past is mostly too small. Under three years, where 19 of 20
cannot be counted off or the past flatters the fit, it is at least Student's. It never has no width: what has not moved
yet may still.

Sources: simple exponential smoothing with its forecast variance (Hyndman and Athanasopoulos, Forecasting: principles
and practice, 3rd edition, 8.1 and 8.7); half the slope as the theta method (Hyndman and Billah 2003); the interval from
ordered past errors (split conformal, Vovk and others 2005). Chosen by back-test: docs/statistics.md.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, sqrt
from typing import Final

import numpy as np
from scipy import special

from metrics.statistics.april_steps import Steps, april_steps, is_told
from metrics.statistics.intervals import CONFIDENCE, TAIL, Floats

FEWEST: Final = 12
"""Months that a forecast needs."""

SHARES: Final = np.arange(1, 21) / 20
"""The shares of a surprise that the level may move by."""

PROVED_OVER: Final = 24
"""Months at the end of a series over which a slope must prove itself; none is drawn without a year before them."""

BETTER: Final = 0.9
"""How small its mean error must be, against that of the level alone."""

SHORT: Final = 36
"""Months below which the past is too short for its surprises to be taken as they come."""

PLAUSIBLE: Final = 1.0
"""Twice the logarithm of the likelihood by which a share may fit worse than the best."""

LEAST: Final = 0.01
"""The smallest reach, of the level, where the past never moved; a whole one of a level of zero."""

TAILS: Final = 5
"""Degrees of freedom of what a forecast may miss by: a little more far misses than the normal curve has."""

LEVEL: Final = "smoothed level"
SLOPED: Final = "smoothed level and half its slope"
STEPPED: Final = ", with a step every April"


@dataclass(frozen=True)
class Forecast:
    """The months ahead in order, each with the ends of its 95% interval, in the unit of the series; and how made.

    `free` has the same lower end, middle and upper end as they were before they were kept inside floor and ceiling.
    """

    values: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    method: str
    free: tuple[tuple[float, float, float], ...] = ()

    def chance_under(self, value: float, at: int) -> float:
        """Give the chance (0 to 1) that the month at a place ahead (0: the first) comes out at a value or under it."""
        low, middle, high = self.free[at]
        reach = high - middle if value > middle else middle - low
        return float(special.stdtr(TAILS, special.stdtrit(TAILS, 1 - TAIL) * (value - middle) / reach))


def forecast(
    values: Sequence[float],
    ahead: int,
    *,
    floor: float | None = 0.0,
    ceiling: float | None = None,
    month: int | None = None,
) -> Forecast | None:
    """Forecast the months after a series without gaps or breaks; None under twelve months.

    Nor is there one where an April lies ahead of which the past tells nothing (twelve months from April to March).
    Nothing lies under `floor` or over `ceiling`: zero for a count, 100 for a share, None for a change. `month` is the
    last one's place in the year (1 to 12); steps every April are looked for where it is known.
    """
    if len(values) < FEWEST:
        return None
    told = np.array(values, dtype=np.float64)
    if month is not None and not is_told(len(told), month):
        return None
    steps = april_steps(told, month)
    known = told if steps is None else steps.level(told)
    share, level, surprises = smoothed(known)
    slopes = _proved(known)
    middle = level + (half_slope(known, share, ahead) if slopes else np.zeros(ahead))
    reach = _widened(max(_usual(surprises), _least(told)), known, ahead, steps)
    lines = [middle - reach, middle, middle + reach]
    free = lines if steps is None else [steps.ahead(line) for line in lines]
    come = np.clip(free[1], floor, ceiling)
    lower, upper = (np.clip(come + end - free[1], floor, ceiling) for end in (free[0], free[2]))
    method = f"{SLOPED if slopes else LEVEL}{STEPPED if steps and steps.size else ''}"
    values_of = [tuple(line.tolist()) for line in (come, lower, upper)]
    return Forecast(values_of[0], values_of[1], values_of[2], method, tuple(zip(*free, strict=True)))


def _widened(reach: float, values: Floats, ahead: int, steps: Steps | None) -> Floats:
    """Give the reach of each month ahead; with steps to come, by what is not known of their size too."""
    months = np.arange(ahead, dtype=np.float64)
    squares = reach**2 * (1 + months * _largest_share(values) ** 2)
    if steps is not None:
        squares += reach**2 * steps.to_come(ahead) ** 2 / steps.seen + steps.doubted(values[-1], ahead) ** 2
    return np.sqrt(squares)


def smoothed(values: Floats) -> tuple[float, float, Floats]:
    """Give the best share, the level after the last month, and each month's surprise but the first's."""
    level, surprises = _fitted(values)
    best = int(np.argmin((surprises**2).sum(axis=0)))
    return float(SHARES[best]), float(level[best]), surprises[:, best]


def _fitted(values: Floats) -> tuple[Floats, Floats]:
    """Give the last level and the surprises by share."""
    level, surprises = np.full(len(SHARES), values[0]), np.empty((len(values) - 1, len(SHARES)))
    for at, value in enumerate(values[1:]):
        surprises[at] = value - level
        level = level + SHARES * surprises[at]
    return level, surprises


def _largest_share(values: Floats) -> float:
    """Give the largest share that fits about as well as the best: its likelihood is within one of the best's."""
    squares = (_fitted(values)[1] ** 2).sum(axis=0)
    return float(SHARES[np.flatnonzero(squares <= squares.min() * exp(PLAUSIBLE / (len(values) - 1)))[-1]])


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
    """Give the surprise that a new one keeps under 95 times in 100."""
    many = len(surprises)
    rank = min((many + 1) * CONFIDENCE, float(many))
    ordered = np.sort(np.abs(surprises))
    counted = float(np.interp(rank, np.arange(1, many + 1), ordered))
    if many + 1 >= SHORT:
        return counted
    spread = sqrt(float((surprises**2).sum()) / (many - 1) * (1 + 1 / many))
    return max(counted, float(special.stdtrit(many - 1, 1 - TAIL)) * spread)


def _least(values: Floats) -> float:
    """Give the smallest reach: the smallest move on record, else a hundredth of the level, else one."""
    moves = np.abs(np.diff(values))
    moved = moves[moves > 0]
    return float(moved.min()) if len(moved) else LEAST * abs(float(values[-1])) or 1.0
