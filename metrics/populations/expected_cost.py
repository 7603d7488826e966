"""What need explains of a price: the line of weekly cost on the need score, within each type of placement."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics.engine.sources import NEEDS
from metrics.populations.money import DAYS_IN_WEEK, PRICED, priced_census, priced_days_year_before
from metrics.populations.population import population

LEAST_FOR_LINE: Final = 10
"""Placements below which no line is drawn: our own guard, as two points always lie on one."""

WITHIN: Final = ["placement_type", "period_end"]


@population(sources=(*PRICED, NEEDS), is_at_date=True, across=("placement_type",))
def explained_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Priced placements of assessed children with the weekly cost that need explains, `expected_cost` (GBP).

    Within each placement type and period, over every borough, the least-squares line of weekly cost on the
    weighted need score; the mean where there are under ten placements or all have one score.
    """
    scored = priced_census(tables, calendar).filter(_is_scored())
    cost, score, each = pl.col("weekly_cost"), _score(), pl.lit(1.0)
    from_mean = score - _mean(score, each)
    return scored.with_columns(expected_cost=_mean(cost, each) + _slope(cost, score, each) * from_mean)


@population(sources=(*PRICED, NEEDS), looks_back=True, across=("placement_type",))
def needed_days_year_before(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Prices of the year before with `point_price`: what a point of need score cost a day then (GBP).

    Within each placement type and period, over every borough, the slope of the least-squares line of the price
    on the need score, weighted by days; zero where there are under ten prices or all have one score.
    """
    rows = priced_days_year_before(tables, calendar)
    days = pl.when(_is_scored()).then(pl.col("days").cast(pl.Float64))
    return rows.with_columns(point_price=_slope(pl.col("weekly_cost") / DAYS_IN_WEEK, _score(), days))


def _is_scored() -> pl.Expr:
    return pl.col("need_score").is_not_null() & (pl.col("weekly_cost") > 0)


def _score() -> pl.Expr:
    return pl.col("need_score").cast(pl.Float64)


def _slope(cost: pl.Expr, score: pl.Expr, weight: pl.Expr) -> pl.Expr:
    """Give the weighted slope of cost on score within type and period; rows without a weight do not count."""
    from_mean = score - _mean(score, weight)
    products = (weight * (cost - _mean(cost, weight)) * from_mean).sum().over(WITHIN)
    weighted = pl.when(weight.is_not_null()).then(score)
    differ = weighted.min().over(WITHIN) < weighted.max().over(WITHIN)
    enough = weighted.count().over(WITHIN) >= LEAST_FOR_LINE
    slope = products / (weight * from_mean**2).sum().over(WITHIN)
    return pl.when(enough & differ).then(slope).otherwise(0.0)


def _mean(value: pl.Expr, weight: pl.Expr) -> pl.Expr:
    counted = pl.when(value.is_not_null()).then(weight)
    return (value * weight).sum().over(WITHIN) / counted.sum().over(WITHIN)
