"""Missing from home: local incidents of every cohort with what they cost, and the SSDA903's own incidents."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics.engine.sources import INCIDENTS, MISSING
from metrics.guidance import POLICE_COST_PER_INCIDENT
from metrics.populations.periods import dated, overlapping
from metrics.populations.population import population
from metrics.populations.year_before import year_before

MISSING_SERVICE: Final = "Missing from home"
"""The category of contract whose price is shared over incidents."""

MONTHS_IN_YEAR: Final = 12

OF_BOROUGH: Final = ["borough", "period_start", "period_end"]


@population(sources=(INCIDENTS,), tells_age_and_sex=True)
def costed_incidents(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Local incidents in each period with the share of the service's price (GBP) that falls on each.

    A borough's missing-from-home contracts in the period are shared equally over all its incidents there,
    whatever the cohort and whatever is filtered out; null where it has no contract.
    """
    rows = incidents(tables, calendar).join(_service_price(tables, calendar), on=OF_BOROUGH, how="left")
    return rows.with_columns(
        service_cost=pl.col("_price") / pl.len().over(OF_BOROUGH),
        police_cost=pl.lit(POLICE_COST_PER_INCIDENT),
    ).drop("_price")


@population(sources=(INCIDENTS,), tells_age_and_sex=True, looks_back=True)
def incidents_year_before(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Local incidents on the same days a year before each period, under the later period's own columns."""
    return year_before(incidents, tables, calendar)


@population(sources=(INCIDENTS,), tells_age_and_sex=True)
def incidents(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Local incidents in each period; `runner` tells young people apart: one without detail is of one of its own."""
    of_day, is_known = ["borough", "date"], pl.col("child").is_not_null()
    known = tables["incidents"].filter(is_known).with_columns(runner=pl.col("child"))
    name = pl.concat_str(*of_day, pl.int_range(pl.len()).over(of_day), separator=" no detail ")
    unknown = tables["incidents"].filter(~is_known).with_columns(runner=name)
    return dated(pl.concat([known, unknown]), calendar)


def missing(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """The SSDA903's missing and away incidents of children looked after, in each period that has a day of one.

    The day on which the child comes back is one: a child missing when the period starts counts in it.
    """
    of_care = tables["missing"].filter("is_in_care")
    after = pl.col("ended").dt.offset_by("1d")
    return overlapping(of_care.with_columns(started=pl.col("date"), ended=after).drop("date"), calendar)


@population(sources=(MISSING,), takes_filters=False)
def went_missing(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Children with a missing or away incident in each period, one row a child, with the number of each."""
    rows = missing(tables, calendar)
    counts = [pl.col("is_missing").sum().alias("times_missing"), pl.col("is_away").sum().alias("times_away")]
    return rows.group_by("borough", "child", "period_start", "period_end").agg(counts)


def _service_price(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """What a borough's missing-from-home contracts cost in each period (GBP), in `_price`.

    A month costs a twelfth of the annual price, a part of it by its days: so any twelve months cost the annual
    price, and months add up to the year.
    """
    paid = overlapping(tables["services"].filter(pl.col("category") == MISSING_SERVICE), calendar)
    after = pl.col("date").dt.offset_by("1d")
    first = pl.max_horizontal("started", "period_start")
    price = pl.col("annual_price") * (_months(after) - _months(first)) / MONTHS_IN_YEAR
    return paid.group_by(OF_BOROUGH).agg(_price=price.sum())


def _months(day: pl.Expr) -> pl.Expr:
    """Give a day as months since year 0, with the days gone of its own month as a part of one."""
    part = (day.dt.day() - 1) / day.dt.month_end().dt.day()
    return day.dt.year().cast(pl.Float64) * MONTHS_IN_YEAR + day.dt.month() + part
