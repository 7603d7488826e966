"""How much of the cost does health pay?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Health's share of cost",
    unit=Unit.PERCENT,
    statistic=Statistic.MEAN,
    polarity=Polarity.NEITHER,
    source="Placement cost pro forma",
    n_of="child",
)
def health_share(priced_days: pl.LazyFrame) -> pl.LazyFrame:
    """Share of the cost of placements in the period that health pays.

    Health's part of each weekly cost over the whole of it, both by days in the period. Joint and tripartite
    placements count with each funder's part; cost whose funder is not stated is in the whole and in no part. n is the
    number of children.
    """
    return counted(priced_days, pl.col("health") * pl.col("days"), pl.col("weekly_cost") * pl.col("days"))
