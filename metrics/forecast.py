"""What comes if nothing changes: a do-nothing forecast of a monthly series with its 95% interval."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean
from typing import Final

from metrics.intervals import Z

FEWEST: Final = 12
"""Months that a forecast needs."""


@dataclass(frozen=True)
class Forecast:
    """The months ahead in order, each with the ends of its 95% interval, in the unit of the series."""

    values: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    method: str


def forecast(
    values: Sequence[float], ahead: int, *, floor: float | None = 0.0, ceiling: float | None = None
) -> Forecast | None:
    """Carry a monthly series forward; None under twelve months. Nothing lies beyond `floor` and `ceiling`."""
    if len(values) < FEWEST:
        return None
    error = sqrt(fmean((later - earlier) ** 2 for earlier, later in pairwise(values)))
    reaches = [Z * error * sqrt(step) for step in range(1, ahead + 1)]
    last = values[-1]

    def kept(value: float) -> float:
        lifted = value if floor is None else max(value, floor)
        return lifted if ceiling is None else min(lifted, ceiling)

    lower, upper = (tuple(kept(last + side * reach) for reach in reaches) for side in (-1, 1))
    return Forecast(tuple(kept(last) for _ in reaches), lower, upper, "last value")
