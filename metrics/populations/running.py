"""Missing from home: local incidents of every cohort with what they cost, and the SSDA903's own incidents."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics.populations.periods import dated, overlapping

POLICE_COST_PER_INCIDENT: Final = 1000.0
"""GBP, a stated assumption: Halton Borough Council, Commissioning Update, 6 January 2011, section 5.9."""

MISSING_SERVICE: Final = "Missing from home"
"""The category of contract whose price is shared over incidents."""

CHILD_PERIOD_COHORT: Final = ["borough", "runner", "period_start", "period_end", "cohort"]


def incidents(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Local incidents in each period with the share of the service's price (GBP) that falls on each.

    A borough's missing-from-home contracts in the period, by days, are shared equally over all its incidents
    there, whatever the cohort. `runner` tells the young people apart; an incident without detail is one of its own.
    """
    rows = dated(_with_runner(tables["incidents"]), calendar)
    per_borough = pl.len().over("borough", "period_start", "period_end")
    price = _service_price(tables, calendar)
    return (
        rows.with_columns(_incidents=per_borough)
        .join(price, on=["borough", "period_start", "period_end"], how="left")
        .with_columns(service_cost=pl.col("price").fill_null(0) / pl.col("_incidents"))
        .with_columns(police_cost=pl.lit(POLICE_COST_PER_INCIDENT))
        .drop("_incidents", "price")
    )


def incidents_year_before(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Local incidents on the same days a year before each period, under the later period's own columns."""
    later = {"period_start": "later_start", "period_end": "later_end"}
    earlier = calendar.with_columns(
        *(pl.col(name).alias(kept) for name, kept in later.items()),
        pl.col("period_start").dt.offset_by("-1y"),
        pl.col("period_end").dt.offset_by("1d").dt.offset_by("-1y").dt.offset_by("-1d"),
    )
    rows = dated(_with_runner(tables["incidents"]), earlier).drop("period_start", "period_end")
    return rows.rename({kept: name for name, kept in later.items()})


def runners(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Young people who went missing in each period, one row each and cohort, with their `incidents` and costs."""
    rows = incidents(tables, calendar).sort("date")
    sums = [pl.len().alias("incidents"), pl.col("service_cost", "police_cost").sum()]
    last = pl.all().exclude(*CHILD_PERIOD_COHORT, "service_cost", "police_cost").last()
    return rows.group_by(CHILD_PERIOD_COHORT, maintain_order=True).agg(last, *sums)


def missing(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """The SSDA903's missing and away incidents in each period; one carried over from before counts."""
    rows = tables["missing"].rename({"date": "started"})
    return overlapping(rows.with_columns(ended=_at_least_a_day()), calendar)


def went_missing(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children with a missing or away incident in each period, one row a child, with the number of each."""
    rows = missing(tables, calendar)
    counts = [pl.col("is_missing").sum().alias("times_missing"), pl.col("is_away").sum().alias("times_away")]
    return rows.group_by("borough", "child", "period_start", "period_end").agg(counts)


def _at_least_a_day() -> pl.Expr:
    next_day = pl.col("started").dt.offset_by("1d")
    return pl.when(pl.col("ended") < next_day).then(next_day).otherwise(pl.col("ended"))


def _with_runner(rows: pl.LazyFrame) -> pl.LazyFrame:
    alone = pl.concat_str(pl.lit("no detail "), pl.int_range(pl.len()))
    return rows.with_columns(runner=pl.coalesce("child", alone))


def _service_price(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Price by days, where a year is the twelve months that start with the period."""
    services = tables["services"].filter(pl.col("category") == MISSING_SERVICE)
    paid = overlapping(services, calendar)
    year = (pl.col("period_start").dt.offset_by("1y") - pl.col("period_start")).dt.total_days()
    share = pl.col("annual_price") * pl.col("days") / year
    return paid.group_by("borough", "period_start", "period_end").agg(price=share.sum())
