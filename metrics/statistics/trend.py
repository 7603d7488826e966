"""Is a yearly series rising or falling? The recent trend of Fingertips, over the latest five points.

A line is fitted to the points, numbered 1 to 5, each weighed by how sure it is: its standard error is
(upper - lower) / 3.92. The slope is a trend where chi squared, (slope / its error)^2, passes 9.5495 (99.8%, one degree
of freedom), and its sign is the same whichever one point is left out. A hidden point is skipped.

For shares, rates and means of single years, one after the other: never of months, of years that overlap, or across
a break in series. Source: Office for Health Improvement and Disparities, Fingertips, recent trends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from typing import Final

import numpy as np

POINTS: Final = 5
"""Points that a trend rests on, the latest ones that are known."""

CHI_SQUARED: Final = 9.54953570608324
"""What chance alone passes in 2 of 1,000 series (one degree of freedom), as Fingertips has it."""

WIDTH: Final = 3.92
"""Standard errors from end to end of a 95% interval."""


@dataclass(frozen=True)
class Point:
    """A figure of one year with the ends of its 95% interval; None where it is hidden or not known."""

    value: float | None
    lower: float | None
    upper: float | None


class Trend(StrEnum):
    """What may be said of the latest five points."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NONE = "no significant change"
    UNKNOWN = "cannot be calculated"

    @property
    def direction(self) -> int:
        """Up (1), down (-1) or neither (0)."""
        return (self is Trend.INCREASING) - (self is Trend.DECREASING)


def recent_trend(points: Sequence[Point]) -> Trend:
    """Give the trend of the latest five known points of a yearly series in time order."""
    known = [row for point in points if (row := _weighed(point))][-POINTS:]
    if len(known) < POINTS:
        return Trend.UNKNOWN
    numbered = [(float(place), *row) for place, row in enumerate(known, start=1)]
    slope, error = _line(numbered)
    others = [_line(numbered[:out] + numbered[out + 1 :])[0] for out in range(POINTS)]
    if (slope / error) ** 2 <= CHI_SQUARED or any((other < 0) != (slope < 0) for other in others):
        return Trend.NONE
    return Trend.INCREASING if slope > 0 else Trend.DECREASING


def _weighed(point: Point) -> tuple[float, float] | None:
    """Give the value and its weight; nothing of a point without an interval."""
    if point.value is None or point.lower is None or point.upper is None or point.upper <= point.lower:
        return None
    return point.value, (WIDTH / (point.upper - point.lower)) ** 2


def _line(rows: Sequence[tuple[float, float, float]]) -> tuple[float, float]:
    """Fit a weighted line to places and values: its slope and the slope's standard error, the weights being known."""
    place, value, weight = (np.array(column, dtype=np.float64) for column in zip(*rows, strict=True))
    away = place - np.average(place, weights=weight)
    spread = float((weight * away**2).sum())
    return float((weight * away * value).sum()) / spread, 1 / sqrt(spread)
