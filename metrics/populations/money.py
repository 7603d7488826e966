"""What placements cost: prices in force at a date, days paid for in a period, and the price of like care."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics.populations.periods import open_at_end, overlapping

LIKE_CARE: Final = ["provider", "placement_type", "need_level"]
"""Same provider, same type of placement, similar need: prices that ought to be alike."""

BOUGHT: Final = ["Private", "Voluntary"]
"""The sectors whose prices are negotiated."""


def priced_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Placements with a price in force at the end of each period, one row a placement."""
    return open_at_end(_placed(tables), calendar)


def priced_days(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Prices in force in each period with the `days` each was, and the `spend` (GBP): weekly cost / 7 x days."""
    return overlapping(_placed(tables), calendar).with_columns(spend=pl.col("weekly_cost") / 7 * pl.col("days"))


def priced_days_year_before(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """The same over the same days a year before, under the later period's own columns."""
    earlier = calendar.with_columns(
        later_start=pl.col("period_start"),
        later_end=pl.col("period_end"),
        period_start=pl.col("period_start").dt.offset_by("-1y"),
        period_end=pl.col("period_end").dt.offset_by("1d").dt.offset_by("-1y").dt.offset_by("-1d"),
    )
    rows = priced_days(tables, earlier)
    return rows.drop("period_start", "period_end").rename({"later_start": "period_start", "later_end": "period_end"})


def explained_census(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Priced placements of assessed children with the weekly cost that need explains, `expected_cost`.

    Within each placement type and period, over every borough, the least-squares line of weekly cost on the
    weighted need score; the mean where no line can be drawn.
    """
    rows = priced_census(tables, calendar).filter(pl.col("need_score").is_not_null() & (pl.col("weekly_cost") > 0))
    cell = ["placement_type", "period_end"]
    cost, score = pl.col("weekly_cost"), pl.col("need_score").cast(pl.Float64)
    slope = (pl.cov(cost, score) / score.var()).over(cell)
    slope = pl.when(slope.is_finite()).then(slope).otherwise(0.0)
    return rows.with_columns(expected_cost=cost.mean().over(cell) + slope * (score - score.mean().over(cell)))


def same_care(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Bought placements whose provider gives like care to two or more boroughs at the end of each period.

    Like care is the same provider, placement type and need level. `like_median` and `like_lower_quartile` are
    the weekly cost of the cell over all boroughs; `like_spread` is the dearest borough's mean less the cheapest's.
    """
    rows = priced_census(tables, calendar).filter(
        pl.col("provider_sector").is_in(BOUGHT) & pl.col("provider").is_not_null()
    )
    cell, cost = [*LIKE_CARE, "period_end"], pl.col("weekly_cost")
    rows = rows.with_columns(borough_mean=cost.mean().over([*cell, "borough"])).with_columns(
        boroughs=pl.col("borough").n_unique().over(cell),
        like_median=cost.median().over(cell),
        like_lower_quartile=cost.quantile(0.25, "linear").over(cell),
        like_spread=(pl.col("borough_mean").max() - pl.col("borough_mean").min()).over(cell),
    )
    return rows.filter(pl.col("boroughs") > 1)


def _placed(tables: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame:
    return tables["costs"].filter(pl.col("placement_type").is_not_null())
