"""Has a series changed its level for good? Pettitt's test, by ranks: one month out of line does not look like a step.

Months that resemble the month before make runs that look like steps. So the test allows for the correlation from month
to month that is left on both sides of the step.

Sources: Pettitt, A. N. (1979), A non-parametric approach to the change-point problem, Applied Statistics 28(2), 126 to
135; Yue and Wang (2004), Water Resources Management 18(3), for how correlation widens a test by ranks.
"""

from itertools import pairwise
from math import exp
from statistics import fmean
from typing import Final

CHANCE: Final = 0.05
"""A step is claimed only where chance alone would show one as clear less often than this."""

FEWEST: Final = 7
"""Points on each side of a step: as many as make a shift on a control chart."""

MOST_ALIKE: Final = 0.98


def stepped_at(values: list[float]) -> int | None:
    """Give the place of the first point after the one clear step in a series in time order; None without one."""
    inside = range(FEWEST, len(values) - FEWEST + 1)
    at = max(inside, key=lambda place: abs(_excess(values, place)), default=None)
    return at if at is not None and _by_chance(values, at) < CHANCE else None


def _excess(values: list[float], at: int) -> int:
    """How many more pairs of an earlier and a later point fall than rise."""
    return sum((early > late) - (early < late) for early in values[:at] for late in values[at:])


def _by_chance(values: list[float], at: int) -> float:
    """Pettitt's approximation of how often chance alone gives an excess as great, months being as alike as they are."""
    points, alike = len(values), _alike(values, at)
    wider = (1 + alike) / (1 - alike)
    return 2 * exp(-6 * _excess(values, at) ** 2 / ((points**3 + points**2) * wider))


def _alike(values: list[float], at: int) -> float:
    """Give the correlation of each month with the one before, on both sides of a step, 0 where there is none."""
    off = [value - fmean(side) for side in (values[:at], values[at:]) for value in side]
    squares = sum(each**2 for each in off)
    found = sum(early * late for early, late in pairwise(off)) / squares if squares else 0.0
    return min(max(found, 0.0), MOST_ALIKE)
