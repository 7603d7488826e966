"""What several authorities have published, put together as one."""

from collections.abc import Collection
from typing import Final

import polars as pl

from metrics.benchmarks.published_equivalents import Part, Twin
from metrics.benchmarks.series import series, within
from metrics.engine.return_periods import reporting
from metrics.periods import When
from metrics.populations import Tables
from metrics.shorthand import CONFIDENTIAL, NOT_AVAILABLE

POOLED: Final = "Boroughs together, as published"


def pooled(
    twin: Twin, tables: Tables, when: When, scale: float, without: Collection[str] = frozenset()
) -> pl.DataFrame:
    """Give the boroughs' published counts put together, but for some: series, period_end, value, n (boroughs), mark.

    A ratio of the sums, not a mean of ratios. `[c]` where some borough's count is held back, `[x]` where one has
    none at all; no rows where the twin is no count or ratio of counts that are loaded.
    """
    boroughs = [name for name in reporting(tables) if name not in without]
    above = _summed(twin.above, boroughs, tables, when)
    if twin.below is None:
        return _shown(above, pl.col("sum"))
    below = _summed(twin.below, boroughs, tables, when)
    both = above.join(below, on="period_end", suffix="_below")
    worst = pl.coalesce("mark", "mark_below")
    return _shown(both.with_columns(mark=worst), pl.col("sum") / pl.col("sum_below") * scale)


def _summed(part: Part | None, boroughs: list[str], tables: Tables, when: When) -> pl.DataFrame:
    """Give the sum by year of a published count, n and a mark where it is not of every borough."""
    rows = within(series(part or Part(""), tables), boroughs, when)
    held_back = pl.col("mark").is_not_null().any()
    absent = pl.len() < len(boroughs)
    mark = pl.when(held_back).then(pl.lit(CONFIDENTIAL)).when(absent).then(pl.lit(NOT_AVAILABLE))
    return rows.group_by("period_end").agg(sum=pl.col("value").sum(), n=pl.len(), mark=mark).sort("period_end")


def _shown(sums: pl.DataFrame, value: pl.Expr) -> pl.DataFrame:
    shown = pl.when(pl.col("mark").is_null()).then(value)
    return sums.select("period_end", pl.lit(POOLED).alias("series"), shown.alias("value"), "n", "mark")
