"""For how many children is the price known?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Children whose price is known",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="Placement cost pro forma; SSDA903 episodes",
)
def cost_coverage(census: pl.LazyFrame, priced_children: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement has a price in force then.

    What every cost figure rests on: the placements of the others are left out of it.
    """
    priced = priced_children.select("borough", "child", "period_end", is_priced=True)
    joined = census.join(priced, on=["borough", "child", "period_end"], how="left")
    return counted(joined, pl.col("is_priced").fill_null(value=False))
