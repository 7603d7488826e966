"""Prices that ought to be alike: the same provider and type of placement at similar need, bought by two boroughs."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics.engine.categories import labelled
from metrics.engine.sources import NEEDS
from metrics.populations.money import PRICED, priced_census
from metrics.populations.need import NOT_ASSESSED
from metrics.populations.population import population

LIKE_CARE: Final = ["provider", "placement_type", "need_level"]
"""Same provider, same type of placement, similar need."""

BOUGHT: Final = ["Private", "Voluntary"]
"""The sectors whose prices are negotiated."""

NAMELESS: Final = "Not recorded"
"""Stands for a provider that no return names."""

LOWER_QUARTILE: Final = 0.25


@population(sources=(*PRICED, NEEDS), is_at_date=True, across=tuple(LIKE_CARE))
def same_care(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    """Bought placements whose provider gives like care to two or more boroughs at the end of each period.

    Like care, told by `cell`, is the same provider, placement type and need level, of assessed children.
    `like_median` and `like_lower_quartile` are the weekly cost of the cell over all boroughs; `like_spread` is
    the mean of its dearest borough less that of its cheapest. Boroughs that are filtered out still count there.
    """
    rows, cell = _alike(tables, calendar), [*LIKE_CARE, "period_end"]
    cost = pl.col("weekly_cost")
    compared = rows.with_columns(_borough_mean=cost.mean().over(*cell, "borough")).with_columns(
        _boroughs=pl.col("borough").n_unique().over(cell),
        like_median=cost.median().over(cell),
        like_lower_quartile=cost.quantile(LOWER_QUARTILE, "linear").over(cell),
        like_spread=(pl.col("_borough_mean").max() - pl.col("_borough_mean").min()).over(cell),
        cell=pl.concat_str(*LIKE_CARE, "period_end", separator="|"),
    )
    return compared.filter(pl.col("_boroughs") > 1).drop("_boroughs", "_borough_mean")


def _alike(tables: Mapping[str, pl.LazyFrame], calendar: pl.LazyFrame) -> pl.LazyFrame:
    rows = priced_census(tables, calendar).filter(pl.col("weekly_cost") > 0)
    bought = labelled(rows, "provider_sector", *BOUGHT)
    named = pl.col("provider").is_not_null() & (pl.col("provider") != NAMELESS)
    assessed = ~labelled(rows, "need_level", NOT_ASSESSED)
    return rows.filter(bought & named & assessed)
