"""Who moved the whole? What each part adds to a change of a ratio or a total, in its unit; the parts add up to it.

Of a total, a part adds its own change. Of a ratio R, with D the whole's denominator, a part with numerator n and
denominator d adds (n - M d) / D now, less the same before, where M is the mean of the ratio now and before. So a part
moves the whole by its own ratio moving, and by growing where it lies above the whole or shrinking where it lies below
(Bennet 1920). It needs sums only, and takes both ends of the time alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

NOT_SHOWN: Final = "not shown"
"""The name of the part that stands for all whose figures are hidden, and for what rounding leaves over."""

LEFT_OVER: Final = 1e-9
"""A remainder smaller than this, against the largest amount, is the machine's, not a part's."""

Sums = tuple[float, float | None]
"""Numerator and denominator; no denominator of a total."""


@dataclass(frozen=True)
class Part:
    """What one part adds to the change of the whole, in the unit of the metric."""

    name: str
    amount: float


def contributions(
    now: pl.DataFrame,
    before: pl.DataFrame,
    by: str,
    *,
    whole: tuple[pl.DataFrame, pl.DataFrame],
    scale: float = 1.0,
) -> list[Part]:
    """Give what each group adds to the change of the whole, the greatest first, what is not shown last.

    From released figures alone: `now` and `before` have a row a group, `whole` is the same figure without groups now
    and before, one row each; all with numerator, denominator, value. A group without a row was empty. `scale` is
    the unit's (`Unit.scale`). Nothing where the whole is hidden, or is neither a ratio nor a total (a median).
    """
    after, earlier = (_only(frame) for frame in whole)
    if after is None or earlier is None:
        return []
    middle = (_ratio(after) + _ratio(earlier)) / 2
    moved = scale * (_ratio(after) - _ratio(earlier)) if after[1] is not None else after[0] - earlier[0]
    mine, theirs = _groups(now, by), _groups(before, by)
    parts: list[Part] = []
    for name in sorted({*mine, *theirs}):
        ends = mine.get(name, (0.0, 0.0)), theirs.get(name, (0.0, 0.0))
        if ends[0] is not None and ends[1] is not None:
            parts.append(Part(name, scale * (_weight(ends[0], after, middle) - _weight(ends[1], earlier, middle))))
    parts.sort(key=lambda part: -abs(part.amount))
    rest = moved - sum(part.amount for part in parts)
    largest = max([abs(moved), *(abs(part.amount) for part in parts)])
    return [*parts, Part(NOT_SHOWN, rest)] if abs(rest) > LEFT_OVER * largest else parts


def _only(frame: pl.DataFrame) -> Sums | None:
    return _sums(frame.row(0, named=True)) if frame.height == 1 else None


def _groups(frame: pl.DataFrame, by: str) -> dict[str, Sums | None]:
    return {str(row[by] or "Not known"): _sums(row) for row in frame.iter_rows(named=True)}


def _sums(row: Mapping[str, float | None]) -> Sums | None:
    return None if row["numerator"] is None else (row["numerator"], row["denominator"])


def _ratio(sums: Sums) -> float:
    return sums[0] / sums[1] if sums[1] else 0.0


def _weight(part: Sums, whole: Sums, middle: float) -> float:
    return part[0] if whole[1] is None else (part[0] - middle * (part[1] or 0.0)) / (whole[1] or 1.0)
