"""Has a series changed its level for good? Pettitt's test, by ranks: one month out of line does not look like a step.

Pettitt, A. N. (1979), A non-parametric approach to the change-point problem, Applied Statistics 28(2), 126-135.
"""

from math import exp
from typing import Final

CHANCE: Final = 0.05
"""A step is claimed only where chance alone would show one as clear less often than this."""

FEWEST: Final = 7
"""Points on each side of a step: as many as make a shift on a control chart."""


def stepped_at(values: list[float]) -> int | None:
    """Give the place of the first point after the one clear step in a series in time order; None without one."""
    inside = range(FEWEST, len(values) - FEWEST + 1)
    at = max(inside, key=lambda place: abs(_excess(values, place)), default=None)
    return at if at is not None and _by_chance(_excess(values, at), len(values)) < CHANCE else None


def _excess(values: list[float], at: int) -> int:
    """How many more pairs of an earlier and a later point fall than rise."""
    return sum((early > late) - (early < late) for early in values[:at] for late in values[at:])


def _by_chance(excess: int, points: int) -> float:
    """Pettitt's approximation of how often chance alone gives an excess as great."""
    return 2 * exp(-6 * excess**2 / (points**3 + points**2))
