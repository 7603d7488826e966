"""The same days a year before, told under the later period's own columns so that the two can be set side by side."""

from collections.abc import Callable, Mapping

import polars as pl

Builder = Callable[[Mapping[str, pl.LazyFrame], pl.LazyFrame], pl.LazyFrame]


def year_before(build: Builder, tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Build a population over the same days a year before each period; it keeps the later period's columns."""
    earlier = calendar.with_columns(
        _later_start=pl.col("period_start"),
        _later_end=pl.col("period_end"),
        period_start=day_a_year_before(pl.col("period_start")),
        period_end=day_a_year_before(pl.col("period_end")),
    )
    rows = build(tables, earlier).drop("period_start", "period_end")
    return rows.rename({"_later_start": "period_start", "_later_end": "period_end"})


def day_a_year_before(day: pl.Expr) -> pl.Expr:
    """Give the same day a year earlier; the last day of February stays the last."""
    after = day.dt.offset_by("1d")
    month_end = after.dt.offset_by("-1y").dt.offset_by("-1d")
    return pl.when(after.dt.day() == 1).then(month_end).otherwise(day.dt.offset_by("-1y"))
