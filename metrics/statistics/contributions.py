"""Who moved the whole? What each part adds to a change of a ratio or a total, in its unit; the parts add up to it.

Of a total, a part adds its own change. Of a ratio, a part with numerator n and denominator d adds (n - M d) / D now,
less the same before: D is the whole's denominator, M the mean of the whole ratio now and before. So a part moves the
whole by its own ratio moving, and by growing where it lies above the whole or shrinking where it lies below. It needs
sums only, and takes both ends of the time alike. Source: Bennet (1920), The theory of measurement of changes in cost of
living, Journal of the Royal Statistical Society 83, 455 to 462.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

NOT_SHOWN: Final = "not shown"
"""The one part that stands for all whose figures are hidden."""

UNTOLD: Final = "rounding and overlap"
"""What is left over where nothing is hidden: counts changed by a release, or one child counted in two parts."""

MACHINES: Final = 1e-9
"""A remainder smaller than this, against the whole, is the machine's."""

Sums = tuple[float, float | None]
"""Numerator and denominator; a total has no denominator."""


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

    From released figures alone: `now` and `before` have a row a group, `whole` is the same figure ungrouped now and
    before, one row each; all with numerator and denominator, null where hidden. A group without a row was empty.
    `scale` is the unit's (`Unit.scale`). Nothing where the whole is hidden, or is neither a ratio nor a total.
    """
    after, earlier = (_only(frame) for frame in whole)
    if after is None or earlier is None:
        return []
    mine, theirs = _groups(now, by), _groups(before, by)
    seen = [name for name in {**mine, **theirs} if mine.get(name, True) and theirs.get(name, True)]
    middle = (_ratio(after) + _ratio(earlier)) / 2

    def amount(name: str) -> float:
        return scale * (_above(mine.get(name), after, middle) - _above(theirs.get(name), earlier, middle))

    parts = sorted((Part(name, amount(name)) for name in seen), key=lambda part: (-abs(part.amount), part.name))
    rest = scale * (_ratio(after) - _ratio(earlier)) - sum(part.amount for part in parts)
    if abs(rest) <= MACHINES * scale * max(abs(_ratio(after)), abs(_ratio(earlier))):
        return parts
    return [*parts, Part(UNTOLD if len(seen) == len({**mine, **theirs}) else NOT_SHOWN, rest)]


def _only(frame: pl.DataFrame) -> Sums | None:
    return _sums(frame.row(0, named=True)) if frame.height == 1 else None


def _groups(frame: pl.DataFrame, by: str) -> dict[str, Sums | None]:
    return {"Not known" if row[by] is None else str(row[by]): _sums(row) for row in frame.iter_rows(named=True)}


def _sums(row: Mapping[str, float | None]) -> Sums | None:
    return None if row["numerator"] is None else (row["numerator"], row["denominator"])


def _ratio(whole: Sums) -> float:
    """Give the whole's ratio, or a total as it is; zero where there is nothing to divide by."""
    if whole[1] is None:
        return whole[0]
    return whole[0] / whole[1] if whole[1] else 0.0


def _above(part: Sums | None, whole: Sums, middle: float) -> float:
    """Give how much a part lifts the whole over the middle ratio, or its own total; zero of an empty part."""
    if part is None:
        return 0.0
    return part[0] if whole[1] is None else (part[0] - middle * (part[1] or 0.0)) / (whole[1] or 1.0)
