"""Children looked after: at a date, starting, ceasing, at any time. Short breaks are left out of every one."""

from collections.abc import Mapping

import polars as pl

from metrics.populations.need import with_need_level
from metrics.populations.periods import dated, open_at_end, overlapping

CHILD_AND_PERIOD = ["borough", "child", "period_start", "period_end"]


def census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at the end of each period, one row a child."""
    return with_need_level(open_at_end(_care(tables), calendar), tables)


def started_care(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children who started to be looked after in each period, once a child, at the latest start."""
    starts = _care(tables).filter("opens_care").with_columns(date=pl.col("started"))
    return with_need_level(_last_of_child(dated(starts, calendar)), tables)


def ceased_care(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children who ceased to be looked after in each period, once a child, at the last time."""
    ends = _care(tables).filter("closes_care").with_columns(date=pl.col("ended"))
    return with_need_level(_last_of_child(dated(ends, calendar)), tables)


def looked_after(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at any time in each period, once a child, as in their last episode there."""
    return with_need_level(_last_of_child(overlapping(_care(tables), calendar)), tables)


def placements_in_year(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Placements of each child in each period, one row a child, with their number in `placements`.

    A placement open when the period starts counts, as does one open when it ends. Temporary moves and
    placements under 24 hours do not; being adopted by the current carer is not a change.
    """
    within = overlapping(_care(tables).filter(~pl.col("is_temporary")), calendar)
    return within.group_by(CHILD_AND_PERIOD).agg(placements=pl.col("placement_started").n_unique())


def _care(tables: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame:
    return tables["episodes"].filter(~pl.col("is_short_break"))


def _last_of_child(rows: pl.LazyFrame) -> pl.LazyFrame:
    return rows.sort("date", "started").unique(CHILD_AND_PERIOD, keep="last", maintain_order=True)
