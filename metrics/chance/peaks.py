"""At which ages does a score peak? An age, or two beside each other, against the three years on each side.

All single ages and all pairs are judged together (`together.found`), so that in data without a peak one page in twenty
names one at most; of those that overlap the clearest stands. Two ages together have more children than one, so that a
peak two years wide is seen where neither year is clear by itself.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import hypot, inf, sqrt
from typing import Final, NamedTuple

from scipy import special

from metrics.chance.false_discovery import RATE, found
from metrics.statistics.intervals import Z

NEAR: Final = 3
"""Years on each side that a peak is compared with."""
EACH_SIDE: Final = 0.05
"""Chance at which a peak must be above each side by itself: else a rise that goes on, or a step, would be one."""


class OfAge(NamedTuple):
    """A score's sum and children at an age, its value and the lower end of its 95% interval."""

    numerator: float
    denominator: float
    value: float
    lower: float


def peaks(known: Mapping[int, OfAge], rate: float = RATE) -> frozenset[int]:
    """Name the ages that belong to a peak."""
    chances = {ages: _chance(known, ages) for ages in _windows(sorted(known))}
    clear = sorted(found(chances, rate), key=lambda ages: chances[ages])
    peak: set[int] = set()
    for ages in clear:
        if peak.isdisjoint({ages[0] - 1, *ages, ages[-1] + 1}):
            peak.update(ages)
    return frozenset(peak)


def _windows(ages: Sequence[int]) -> list[tuple[int, ...]]:
    return [*((age,) for age in ages), *(pair for pair in pairwise(ages) if pair[1] == pair[0] + 1)]


def _chance(known: Mapping[int, OfAge], ages: tuple[int, ...]) -> float:
    """Give how often chance alone would lift these ages as far above those beside them; 1 where one side is as high."""
    mine = [known[age] for age in ages]
    before = [known[age] for age in known if ages[0] - NEAR <= age < ages[0]]
    after = [known[age] for age in known if ages[-1] < age <= ages[-1] + NEAR]
    if not (before and after) or max(_above(mine, before), _above(mine, after)) > EACH_SIDE:
        return 1.0
    return _above(mine, [*before, *after])


def _above(mine: Sequence[OfAge], beside: Sequence[OfAge]) -> float:
    apart, unsure = _mean(mine) - _mean(beside), hypot(_error(mine), _error(beside))
    far = apart / unsure if unsure else (inf if apart > 0 else 0.0)
    return float(special.ndtr(-far))


def _mean(ages: Sequence[OfAge]) -> float:
    return sum(age.numerator for age in ages) / (sum(age.denominator for age in ages) or 1)


def _error(ages: Sequence[OfAge]) -> float:
    """Give the standard error of the ages' mean, from the interval of each."""
    whole = sum(age.denominator for age in ages) or 1
    return sqrt(sum((age.denominator / whole * (age.value - age.lower) / Z) ** 2 for age in ages))
