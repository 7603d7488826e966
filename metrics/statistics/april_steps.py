"""Steps every April: prices and fees rise with the financial year. Found in a series, taken out of it, put back ahead.

A series steps every April where it did in each April on record, two at the least, always the same way and further
than nine in ten of its other months moved (where there are but two Aprils, than nearly all). Chance alone does so in
fewer than 1 of 100 series. A series without zeros or signs steps by a ratio, any other by an amount.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from metrics.statistics.intervals import Floats

APRIL: Final = 4
FEWEST: Final = 2
"""Aprils on record, at least."""

USUAL: Final = 0.9
RARE: Final = 0.97
"""The share of other months' moves that each April's must pass, and that both must where there are but two."""


@dataclass(frozen=True)
class Steps:
    """What a series moves by each April: `size`, on the logarithm if `is_ratio`; how many Aprils tell it.

    One April alone that moved further than every other month is no step yet, but may become one by as much: `doubt`.
    `month` is the last month's place in the year (1 to 12).
    """

    size: float
    doubt: float
    seen: int
    is_ratio: bool
    month: int

    def level(self, values: Floats) -> Floats:
        """Bring past months to the level of the last: on by as many steps as came since."""
        count = _aprils(len(values), self.month)
        return self._moved(values, count[-1] - count)

    def ahead(self, line: Floats) -> Floats:
        """Put the steps to come on the months ahead."""
        return self._moved(line, self.to_come(len(line)))

    def to_come(self, months: int) -> Floats:
        """Count the Aprils up to each of the months ahead."""
        return _aprils(months, self.month + months) - _aprils(1, self.month)

    def doubted(self, level: float, months: int) -> Floats:
        """Give how far months ahead may be off as the first step on record may come again."""
        return self.to_come(months) * self.doubt * (abs(level) if self.is_ratio else 1.0)

    def _moved(self, values: Floats, count: Floats) -> Floats:
        return values * np.exp(self.size * count) if self.is_ratio else values + self.size * count


def april_steps(values: Floats, month: int | None) -> Steps | None:
    """Give the steps of a series, whose last month's place in the year is given; None where it has none."""
    if month is None:
        return None
    is_ratio = bool((values > 0).all())
    moves = np.diff(np.log(values) if is_ratio else values)
    is_april = np.diff(_aprils(len(values), month)) > 0
    aprils, others = moves[is_april], np.abs(moves[~is_april])
    if not len(aprils) or not len(others):
        return None
    onward = aprils * np.sign(aprils.sum())
    if len(aprils) < FEWEST:
        is_out = bool(onward.min() > others.max())
        return Steps(0.0, float(onward.min()), len(aprils), is_ratio, month) if is_out else None
    if onward.min() <= np.quantile(others, USUAL if len(aprils) > FEWEST else RARE):
        return None
    return Steps(float(aprils.mean()), 0.0, len(aprils), is_ratio, month)


def is_told(months: int, month: int) -> bool:
    """Say whether a series tells what it does in an April: from the March before."""
    return bool(np.diff(_aprils(months, month)).any())


def _aprils(months: int, last: int) -> Floats:
    """Count the Aprils up to each of some months in a row, from any beginning."""
    place = np.arange(last - months + 1, last + 1)
    return np.floor((place - APRIL) / 12)
