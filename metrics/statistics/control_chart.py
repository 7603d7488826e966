"""Is a month unusual? XmR limits and the four rules of NHS England's Making Data Count.

The centre is the mean, the limits 2.66 mean moving ranges from it. Moving ranges are not screened, as in the
spreadsheet tool. Fewer than twelve points give trial limits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from statistics import fmean
from typing import Final

from scipy import special

from metrics.chance.false_discovery import found

LIMIT: Final = 2.66
"""Moving ranges from the mean to a limit (Wheeler 1993): 3 / 1.128."""
SPREADS: Final = 3
"""Standard deviations from the mean to a limit."""
RUN: Final = 7
"""Points on one side, or all rising or falling, that are unusual."""
TRIAL_BELOW: Final = 12
"""Fewer points than this give trial limits."""


class Signal(StrEnum):
    """Why a point is unusual, most telling first; NONE is usual variation."""

    OUTSIDE = "outside the limits"
    TREND = "seven rising or falling"
    NEAR_LIMIT = "two of three near a limit"
    SHIFT = "seven on one side of the mean"
    NONE = "usual variation"


@dataclass(frozen=True)
class Process:
    """A series with its mean and limits, and for each point its signal and its side of the mean (1, -1 or 0)."""

    values: tuple[float, ...]
    mean: float
    lower: float
    upper: float
    signals: tuple[Signal, ...]
    sides: tuple[int, ...]

    @property
    def is_trial(self) -> bool:
        """Whether the limits rest on fewer than twelve points."""
        return len(self.values) < TRIAL_BELOW

    @property
    def latest(self) -> Signal:
        """The signal of the last point."""
        return self.signals[-1] if self.signals else Signal.NONE

    @property
    def direction(self) -> int:
        """Where the last point is unusual, up (1) or down (-1); 0 when it is usual."""
        if self.latest is Signal.NONE:
            return 0
        if self.latest is Signal.TREND:
            return 1 if self.values[-1] > self.values[-2] else -1
        return self.sides[-1]


def process(values: list[float], floor: float | None = 0.0) -> Process:
    """Fit the limits to a series in time order and test each point.

    No limit lies under `floor`, unless a point does: what can be negative has no floor at zero.
    """
    mean = fmean(values) if values else 0.0
    if floor is not None and values and min(values) < floor:
        floor = None
    ranges = [abs(later - earlier) for earlier, later in pairwise(values)]
    reach = LIMIT * fmean(ranges) if ranges else 0.0
    lower = mean - reach if floor is None else max(mean - reach, floor)
    sides = tuple((value > mean) - (value < mean) for value in values)
    signals = tuple(_signal(values, sides, mean, reach, at) for at in range(len(values)))
    return Process(tuple(values), mean, lower, mean + reach, signals, sides)


def _signal(values: list[float], sides: tuple[int, ...], mean: float, reach: float, at: int) -> Signal:
    if reach and abs(values[at] - mean) > reach:
        return Signal.OUTSIDE
    if _is_in_run(at, lambda first: _is_monotone(values[first : first + RUN]), len(values)):
        return Signal.TREND
    if reach and _is_near_limit(values, mean, reach, at):
        return Signal.NEAR_LIMIT
    if _is_in_run(at, lambda first: abs(sum(sides[first : first + RUN])) == RUN, len(values)):
        return Signal.SHIFT
    return Signal.NONE


def _is_in_run(at: int, holds: Callable[[int], bool], length: int) -> bool:
    return any(holds(first) for first in range(max(0, at - RUN + 1), min(at, length - RUN) + 1))


def _is_monotone(run: list[float]) -> bool:
    steps = [later - earlier for earlier, later in pairwise(run)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _is_near_limit(values: list[float], mean: float, reach: float, at: int) -> bool:
    """Two of three in the outer third of one side, all three on that side; the point itself in the outer third."""
    near = reach * 2 / 3
    for first in range(max(0, at - 2), min(at, len(values) - 3) + 1):
        three = [value - mean for value in values[first : first + 3]]
        for side in (1, -1):
            outer = sum(side * value > near for value in three)
            if outer >= 2 and all(side * value > 0 for value in three) and side * (values[at] - mean) > near:
                return True
    return False


def standing_out(values: Sequence[float], means: Sequence[float], tops: Sequence[float]) -> list[bool]:
    """Say which points of a series are further from its mean than chance puts one of so many.

    `tops` are the upper limits. Of the rules of a control chart each marks some month of most usual years, which does
    for a closer look and not for a claim. Here all points are judged together (`together.found`), by the gamma curve of
    the limits' mean and spread: counts in a month lean upwards.
    """
    chances = {at: _chance(*point) for at, point in enumerate(zip(values, means, tops, strict=True))}
    clear = found(chances)
    return [at in clear for at in range(len(values))]


def _chance(value: float, mean: float, top: float) -> float:
    spread = (top - mean) / SPREADS
    if mean <= 0 or spread <= 0:
        return 1.0
    shape, scale = (mean / spread) ** 2, spread**2 / mean
    under = float(special.gammainc(shape, max(value, 0.0) / scale))
    return 2 * min(under, 1 - under)
