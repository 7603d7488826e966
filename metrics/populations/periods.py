"""Put rows into periods: open at its end, dated in it, or overlapping it."""

from datetime import date
from typing import Final

import polars as pl

FOREVER: Final = date(2999, 1, 1)
"""Stands for 'still open' so that dates compare."""


def open_at_end(rows: pl.LazyFrame, calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Give each row once for every period at whose end it is open: started by then, not ended by then."""
    return (
        _ended(rows)
        .join_where(calendar, pl.col("started") <= pl.col("period_end"), pl.col("_ended") > pl.col("period_end"))
        .drop("_ended")
        .with_columns(date=pl.col("period_end"))
    )


def overlapping(rows: pl.LazyFrame, calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Give each row once for every period it has a day in, with the `days` it has there and the last one."""
    within = _ended(rows).join_where(
        calendar, pl.col("started") <= pl.col("period_end"), pl.col("_ended") > pl.col("period_start")
    )
    first = pl.max_horizontal("started", "period_start")
    after = pl.min_horizontal("_ended", pl.col("period_end").dt.offset_by("1d"))
    return (
        within.with_columns(days=(after - first).dt.total_days(), date=after.dt.offset_by("-1d"))
        .drop("_ended")
        .filter(pl.col("days") > 0)
    )


def dated(rows: pl.LazyFrame, calendar: pl.LazyFrame, on: str = "date") -> pl.LazyFrame:
    """Give each row once for every period that its date falls in."""
    return rows.join_where(calendar, pl.col(on) >= pl.col("period_start"), pl.col(on) <= pl.col("period_end"))


def _ended(rows: pl.LazyFrame) -> pl.LazyFrame:
    return rows.with_columns(_ended=pl.col("ended").fill_null(FOREVER))
