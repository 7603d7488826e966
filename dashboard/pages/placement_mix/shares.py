"""Shares of the mix of placements, and which of them differ most: what the questions of the page have in common."""

from collections.abc import Iterable
from dataclasses import replace
from math import sqrt
from typing import Final

import polars as pl

from dashboard.data.cache import kept
from dashboard.data.comparisons import Estimate
from dashboard.insights.wording import direction, said, short
from metrics import Metric

SLUG: Final = "placement_share"


GROUPS: Final = ["Foster care", "Supported accommodation", "Secure and children's homes", "Other residential"]
"""The groups with a colour of their own, in the order of a bar; the rest are drawn as other."""


def present(rows: pl.DataFrame, part: str) -> pl.DataFrame:
    """Leave out the parts that are zero everywhere."""
    return rows.filter(((pl.col("value") > 0) | pl.col("value").is_null()).any().over(part))


@kept(200)
def named(rows: pl.DataFrame, column: str) -> list[str]:
    """Give the names that a column holds, in the order of their list."""
    return rows[column].drop_nulls().unique().sort().cast(pl.String).to_list()


Pair = tuple[str, Estimate, Estimate]
"""What it is about, one figure, and the figure to hold it against."""


def alike(metric: Metric, one: Estimate, other: Estimate) -> tuple[str, str]:
    """Write two figures to the precision of the one that stands on fewer."""
    n = min(one.n or 0, other.n or 0)
    return said(metric, replace(one, n=n)), said(metric, replace(other, n=n))


def parts_of(rows: pl.DataFrame, part: str, kept: list[str]) -> Iterable[tuple[str, pl.DataFrame]]:
    """Give the rows of each part that is kept, by its name."""
    for name in kept:
        yield name, rows.filter(pl.col(part).cast(pl.String) == name)


def has_ranges(pairs: list[Pair]) -> bool:
    """Say whether any figure has an interval; the event release gives none, and nothing is compared without."""
    return any(figure.lower is not None for pair in pairs for figure in pair[1:])


def largest_share(metric: Metric, parts: list[tuple[str, Estimate]]) -> str:
    """Say which part is the largest, where nothing is compared."""
    name, figure = max(parts, key=lambda part: part[1].value or 0)
    return short(f"{name}: the largest share ({said(metric, figure)})")


def farthest_pair(pairs: list[Pair]) -> Pair | None:
    """The pair that is farthest apart, chance allowed for, among those whose intervals leave each other out."""
    clear = [pair for pair in pairs if direction(pair[1], pair[2], len(pairs))]
    return max(clear, key=_distance, default=None)


def _distance(pair: Pair) -> float:
    _, mine, other = pair
    return abs((mine.value or 0) - (other.value or 0)) * sqrt(mine.n or 0)
