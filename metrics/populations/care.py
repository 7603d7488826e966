"""Children looked after: at a date, starting, ceasing, at any time. Short breaks are left out of every one.

A child's episodes never overlap once they are repaired. Where repairs are switched off they may: a child still
counts once at a date, as in the episode that began last.
"""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics.engine.categories import labelled
from metrics.engine.sources import EPISODES
from metrics.populations.asylum import as_at_date
from metrics.populations.non_overlapping import apart
from metrics.populations.periods import dated, open_at_end, overlapping
from metrics.populations.population import population

CHILD: Final = ["borough", "child"]
CHILD_AND_PERIOD: Final = [*CHILD, "period_start", "period_end"]

NOT_RECORDED: Final = ["sourcing", "arrangement", "distance_reason"]
"""What only a priced placement says; of any other it is not recorded."""


@population(sources=(EPISODES,), is_at_date=True, spells=lambda tables: spells(tables))
def census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at the end of each period, one row a child."""
    settled = spells(tables)
    if settled is not None:
        return open_at_end(settled, calendar)
    return as_at_date(_last_of_child(open_at_end(_care(tables), calendar)))


def spells(tables: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame | None:
    """Episodes of care before they are put to dates; None where a child may be in two at once."""
    one_at_a_time = apart(tables["episodes"])
    return None if one_at_a_time is None else _of_care(one_at_a_time).drop("_next", "_child")


@population(sources=(EPISODES,), is_at_date=True)
def settled_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """The same with `settled_since`: the carer's start or, of a child placed with adopters, that of the carer before.

    Whose time with a carer began with being placed for adoption has new carers; the carer who adopts had the child
    before. `is_settled_longer`: that time began before this day, in a return that is not on record.
    """
    care = _care(tables)
    adopts = (pl.col("started") == pl.col("carer_started")) & labelled(care, "placement_group", "Placed for adoption")
    of_carer = care.group_by(*CHILD, "care_started", "carer_started").agg(
        _adopts=adopts.any(), _older=pl.col("is_carer_older").any()
    )
    in_order = of_carer.sort(*CHILD, "carer_started")
    before = [
        pl.col(name).shift().over(*CHILD, "care_started").alias(f"_before_{name}")
        for name in ("carer_started", "_older")
    ]
    rows = census(tables, calendar).join(
        in_order.with_columns(before), on=[*CHILD, "care_started", "carer_started"], how="left"
    )
    joins = pl.col("_adopts") & pl.col("_before_carer_started").is_not_null()
    return rows.with_columns(
        settled_since=pl.when(joins).then("_before_carer_started").otherwise("carer_started"),
        is_settled_longer=pl.when(joins).then("_before__older").otherwise("is_carer_older"),
    ).drop("_adopts", "_older", "_before_carer_started", "_before__older")


@population(sources=(EPISODES,))
def started_care(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children who started to be looked after in each period, once a child, at the latest start."""
    starts = _care(tables).filter("opens_care").with_columns(date=pl.col("started"))
    return _last_of_child(dated(starts, calendar))


@population(sources=(EPISODES,))
def ceased_care(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children who ceased to be looked after in each period, once a child, at the last time."""
    ends = _care(tables).filter("closes_care").with_columns(date=pl.col("ended"))
    return as_at_date(_last_of_child(dated(ends, calendar)))


@population(sources=(EPISODES,))
def looked_after(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at any time in each period, once a child, as in their last episode there."""
    one_at_a_time = apart(tables["episodes"])
    if one_at_a_time is None:
        return as_at_date(_last_of_child(overlapping(_care(tables), calendar)))
    return overlapping(_of_care(one_at_a_time), calendar, until="_next").drop("_next", "_child")


@population(sources=(EPISODES,), is_at_date=True)
def moved_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at the end of each period, with the number of their `placements` in it; null of none.

    A placement open when the period starts counts, as does one open when it ends. Temporary moves and
    placements under 24 hours do not; being adopted by the current carer is not a change.
    """
    one_at_a_time = apart(tables["episodes"])
    if one_at_a_time is None:
        return _with_placements(census(tables, calendar), _care(tables), calendar, [*CHILD, "period_end"])
    numbered = _of_care(one_at_a_time).drop("_next")
    open_then = open_at_end(numbered, calendar)
    return _with_placements(open_then, numbered, calendar, ["_child", "period_end"]).drop("_child")


def _with_placements(
    rows: pl.LazyFrame, episodes: pl.LazyFrame, calendar: pl.LazyFrame, child: list[str]
) -> pl.LazyFrame:
    within = overlapping(episodes.filter(~pl.col("is_temporary")), calendar)
    placements = within.group_by(child).agg(placements=pl.col("placement_started").n_unique())
    return rows.join(placements, on=child, how="left")


@population(sources=(EPISODES,), is_at_date=True, across=())
def exchanges(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children of one borough of the consortium who live in another at the end of each period, twice each.

    Once under the borough that they live in, `change` +1 and `sent_by` the borough responsible, and once under that,
    `change` -1.
    """
    boroughs = tables["episodes"].select(host_authority="borough").unique()
    moved = census(tables, calendar).join(boroughs, on="host_authority", how="semi")
    moved = moved.filter(pl.col("host_authority") != pl.col("borough"))
    received = moved.with_columns(borough=pl.col("host_authority"), change=1, sent_by=pl.col("borough"))
    sent = moved.with_columns(change=-1, sent_by=pl.lit(None, pl.dtype_of("borough")))
    return pl.concat([received, sent])


def _care(tables: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame:
    return _of_care(tables["episodes"])


def _of_care(episodes: pl.LazyFrame) -> pl.LazyFrame:
    known = [pl.col(name).fill_null(pl.lit("Not recorded").cast(pl.dtype_of(name))) for name in NOT_RECORDED]
    return episodes.filter(~pl.col("is_short_break")).with_columns(known)


def _last_of_child(rows: pl.LazyFrame) -> pl.LazyFrame:
    return rows.sort("date", "started").unique(CHILD_AND_PERIOD, keep="last", maintain_order=True)
