"""What placements cost: prices in force at a date, and days paid for in a period."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics.engine.sources import COSTS, EPISODES
from metrics.guidance import DAYS_IN_YEAR
from metrics.populations.asylum import as_at_date, undated
from metrics.populations.periods import open_at_end, overlapping
from metrics.populations.population import population
from metrics.populations.year_before import year_before

DAYS_IN_WEEK = 7
DAYS_IN_LEAP_YEAR = 366


PRICED: Final = (COSTS, EPISODES)
"""A price is put to the placement that the episodes tell."""


@population(sources=PRICED, is_at_date=True, spells=lambda tables: undated(prices(tables)))
def prices_in_force(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Every price in force at the end of each period, those without an episode too (`is_episode_known` is false)."""
    return as_at_date(open_at_end(prices(tables), calendar))


@population(sources=PRICED, is_at_date=True, spells=lambda tables: undated(placed(tables)))
def priced_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Placements with a price in force at the end of each period, one row a placement."""
    return as_at_date(open_at_end(placed(tables), calendar))


@population(sources=PRICED, takes_filters=False)
def priced_children(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Whose placement has a price at the end of each period: borough, child and period, once each."""
    return priced_census(tables, calendar).select("borough", "child", "period_start", "period_end").unique()


@population(sources=PRICED, days_of="costs")
def priced_days(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Prices in force in each period with the `days` each was, and the `spend` (GBP): weekly cost / 7 x days.

    An amount agreed by the month or year is spread over the days of the return year, of which some have 366.
    """
    rows = as_at_date(overlapping(placed(tables), calendar))
    spread = pl.when("is_of_leap_year").then(DAYS_IN_YEAR / DAYS_IN_LEAP_YEAR).otherwise(1.0)
    return rows.with_columns(spend=pl.col("weekly_cost") / DAYS_IN_WEEK * pl.col("days") * spread)


@population(sources=PRICED, looks_back=True)
def priced_days_year_before(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """The same over the same days a year before, under the later period's own columns."""
    return year_before(priced_days, tables, calendar)


def prices(tables: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame:
    """Every price, before it is put to dates."""
    return tables["costs"]


def placed(tables: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame:
    """Prices of placements, before they are put to dates."""
    return tables["costs"].filter(pl.col("placement_type").is_not_null())
