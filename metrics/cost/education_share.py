"""How much of the cost does education pay?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Education's share of cost",
    unit=Unit.PERCENT,
    statistic=Statistic.MEAN,
    polarity=Polarity.NEITHER,
    source="Placement cost pro forma",
    n_of="child",
)
def education_share(priced_days: pl.LazyFrame) -> pl.LazyFrame:
    """Share of the cost of placements in the period that education pays.

    Education's part of each weekly cost over the whole of it, both by days in the period. Joint and tripartite
    placements count with each funder's part; cost whose funder is not stated is in the whole and in no part. n is the
    number of children.
    """
    return counted(priced_days, pl.col("education") * pl.col("days"), pl.col("weekly_cost") * pl.col("days"))
