"""Put rows into periods: open at its end, dated in it, or overlapping it.

Periods come in order, and both their starts and their ends rise: the periods of a row lie side by side, and two
look-ups find the first and the one after the last.
"""

from datetime import date, timedelta
from typing import Final, Literal

import numpy as np
import polars as pl

from metrics.engine.small_queries import collected

FOREVER: Final = date(2999, 1, 1)
"""Stands for 'still open' so that dates compare."""

OPENED: Final = "_opened"
CLOSED: Final = "_closed"
"""The months that a spell starts and ends in, as tables in memory hold them: months since 1900."""

SINCE: Final = 1900
MONTHS_IN_YEAR: Final = 12


def with_months(spells: pl.DataFrame) -> pl.DataFrame:
    """Put the months on spells; one that ends before it starts has none between."""
    ended = pl.max_horizontal("started", pl.col("ended").fill_null(FOREVER))
    return spells.with_columns(month_of(pl.col("started")).alias(OPENED), month_of(ended).alias(CLOSED))


def month_of(day: pl.Expr) -> pl.Expr:
    """Give the months from January 1900 to a day's."""
    return ((day.dt.year() - SINCE) * MONTHS_IN_YEAR + day.dt.month() - 1).cast(pl.Int16)


def months_ended(days: pl.Series) -> list[int] | None:
    """Give the months, from January 1900, that days end; None where one of them ends no month."""
    ends: list[date] = days.to_list()
    if any((end + timedelta(days=1)).day > 1 for end in ends):
        return None
    return [(end.year - SINCE) * MONTHS_IN_YEAR + end.month - 1 for end in ends]


def open_at_end(rows: pl.LazyFrame, calendar: pl.LazyFrame, within: tuple[str, str] | None = None) -> pl.LazyFrame:
    """Give each row once for every period at whose end it is open: started by then, not ended by then.

    `within` names two columns of days: it is open from the first on, and no longer on the second.
    """
    periods = collected(calendar)
    ends, started, ended = periods["period_end"], pl.col("started"), pl.col("ended").fill_null(FOREVER)
    if within is not None:
        started, ended = pl.max_horizontal(started, within[0]), pl.min_horizontal(ended, within[1])
    if periods.height == 1:
        end = pl.lit(ends.item())
        return _under(rows.filter((started <= end) & (ended > end)), periods).with_columns(date=end)
    return _each(rows, periods, place(started, ends), place(ended, ends)).with_columns(date=pl.col("period_end"))


def overlapping(rows: pl.LazyFrame, calendar: pl.LazyFrame, until: str | None = None) -> pl.LazyFrame:
    """Give each row once for every period it has a day in, with the `days` it has there and the last one.

    `until` names a column of days, null for none: periods that such a day has come in are left out.
    """
    periods = collected(calendar)
    ended = pl.col("ended").fill_null(FOREVER)
    first, after = place(pl.col("started"), periods["period_end"]), place(ended, periods["period_start"])
    if until is not None:
        after = pl.min_horizontal(after, place(pl.col(until).fill_null(FOREVER), periods["period_end"]))
    begins = pl.max_horizontal("started", "period_start")
    stops = pl.min_horizontal(ended, pl.col("period_end").dt.offset_by("1d"))
    return (
        _each(rows, periods, first, after)
        .with_columns(days=(stops - begins).dt.total_days(), date=stops.dt.offset_by("-1d"))
        .filter(pl.col("days") > 0)
    )


def dated(rows: pl.LazyFrame, calendar: pl.LazyFrame, on: str = "date") -> pl.LazyFrame:
    """Give each row once for every period that its date falls in."""
    periods, day = collected(calendar), pl.col(on)
    first, after = place(day, periods["period_end"]), place(day, periods["period_start"], "right")
    if periods.height == 1 or not _are_apart(periods):
        return _each(rows, periods, first, after)
    placed = rows.with_columns(_period=first).filter(first < after)
    return _in_period(placed, periods).drop("_period")


def place(day: pl.Expr, days: pl.Series, side: Literal["left", "right"] = "left") -> pl.Expr:
    """Say how many of some days in order are before a day; on the right, on it too. Null of null.

    Looked up in a list of the days between: ten times as quick as a search.
    """
    known = days.cast(pl.Int32).to_numpy()
    first, last = int(known[0]) - 1, int(known[-1]) + 1
    counts = pl.Series(np.searchsorted(known, np.arange(first, last + 1), side=side), dtype=pl.Int32)
    return pl.lit(counts).gather(day.to_physical().clip(first, last) - first)


def _under(rows: pl.LazyFrame, periods: pl.DataFrame) -> pl.LazyFrame:
    """Put the columns of the only period on rows."""
    return rows.with_columns(pl.lit(column.item(), column.dtype).alias(column.name) for column in periods)


def _each(rows: pl.LazyFrame, periods: pl.DataFrame, first: pl.Expr, after: pl.Expr) -> pl.LazyFrame:
    """Give each row once for every period from the first until before another, with the period's columns."""
    if periods.height == 1:
        return _under(rows.filter((first == 0) & (after == 1)), periods)
    placed = rows.with_columns(_first=first, _after=after).filter(pl.col("_first") < pl.col("_after"))
    each = placed.with_columns(_period=pl.int_ranges("_first", "_after", dtype=pl.Int32)).explode("_period")
    return _in_period(each, periods).drop("_first", "_after", "_period")


def _are_apart(periods: pl.DataFrame) -> bool:
    """Say whether no two periods share a day."""
    return bool((periods["period_start"][1:] > periods["period_end"][:-1]).all())


def _in_period(rows: pl.LazyFrame, periods: pl.DataFrame) -> pl.LazyFrame:
    """Put the columns of the period that each row is numbered by on it."""
    return rows.with_columns(pl.lit(column).gather(pl.col("_period")).alias(column.name) for column in periods)
