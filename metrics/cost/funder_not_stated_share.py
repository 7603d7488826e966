"""How much of the cost does nobody say who pays?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Share of cost whose funder is not stated",
    unit=Unit.PERCENT,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    source="Placement cost pro forma",
    n_of="child",
)
def funder_not_stated_share(priced_days: pl.LazyFrame) -> pl.LazyFrame:
    """Share of the cost of placements in the period for which no funder is stated.

    What the parts of social care, education and health leave of each weekly cost, over the whole of it, both by days
    in the period: with their three shares it makes a hundred, but for parts rounded to the pound. n is the number of
    children.
    """
    parts = pl.sum_horizontal("social_care", "education", "health")
    left = (pl.col("weekly_cost") - parts).clip(lower_bound=0)
    return counted(priced_days, left * pl.col("days"), pl.col("weekly_cost") * pl.col("days"))
