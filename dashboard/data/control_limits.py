"""Months of figures with their process-control limits."""

from datetime import date

import polars as pl

from dashboard.data.cache import kept
from dashboard.data.settled_months import settled
from metrics.statistics.change_point import stepped_at
from metrics.statistics.control_chart import Signal, process, standing_out


@kept(500)
def controlled(months: pl.DataFrame) -> pl.DataFrame:
    """Add mean, low, high and signal (null: usual variation) to months of one series; a hidden month takes no part.

    Nor does one that is provisional.
    """
    seen = settled(months).sort("month")
    run = process(seen["value"].to_list())
    signals = [None if signal is Signal.NONE else signal.value for signal in run.signals]
    told = seen.select("month").with_columns(pl.Series("signal", signals, dtype=pl.String))
    levels = {"mean": run.mean, "low": run.lower, "high": run.upper}
    limits = [pl.lit(level if seen.height else None, pl.Float64).alias(name) for name, level in levels.items()]
    return months.join(told, on="month", how="left", maintain_order="left").with_columns(limits)


@kept(500)
def step_in(months: pl.DataFrame) -> date | None:
    """Give the month from which one series looks to be at another level for good; None without one."""
    seen = settled(months).sort("month")
    at = stepped_at(seen["value"].to_list())
    return None if at is None else seen["month"][at]


@kept(500)
def rebased(months: pl.DataFrame, since: date | None) -> pl.DataFrame:
    """Add the same, and `stands_out`: whether a month that is marked is beyond what chance makes of so many.

    Where the level has stepped for good, `since` a month, each side of the step has a mean and limits of its own.
    """
    if since is None:
        return _judged(controlled(months))
    is_before = pl.col("month") < since
    return _judged(pl.concat([controlled(months.filter(is_before)), controlled(months.filter(~is_before))]))


def _judged(months: pl.DataFrame) -> pl.DataFrame:
    seen = settled(months).drop_nulls(["mean", "high"])
    clear = standing_out(*(seen[name].to_list() for name in ("value", "mean", "high")))
    told = seen.select("month").with_columns(pl.Series("stands_out", clear, dtype=pl.Boolean))
    joined = months.join(told, on="month", how="left", maintain_order="left")
    return joined.with_columns(pl.col("stands_out").fill_null(value=False) & pl.col("signal").is_not_null())
