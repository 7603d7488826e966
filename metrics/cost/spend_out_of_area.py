"""How much is spent on placements outside the borough?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Spend outside the borough",
    unit=Unit.PERCENT,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    source="Placement cost pro forma; SSDA903 episodes",
    n_of="child",
)
def spend_out_of_area(priced_days: pl.LazyFrame) -> pl.LazyFrame:
    """Share of the spend on placements in the period that went on placements outside the borough.

    A placement whose area is not known counts below the line but not above it. n is the number of children.
    """
    outside = pl.when("is_out_of_area").then("spend").otherwise(0)
    return counted(priced_days, outside, pl.col("spend"))
