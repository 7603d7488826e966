"""How much more is spent than a year ago?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Change in spend, per cent",
    unit=Unit.PERCENT,
    statistic=Statistic.CHANGE,
    polarity=Polarity.NEITHER,
    is_signed=True,
    source="Placement cost pro forma",
    is_price=True,
    n_of="child",
)
def spend_change(priced_days: pl.LazyFrame, priced_days_year_before: pl.LazyFrame) -> pl.LazyFrame:
    """Spend on placements in the period over that on the same days a year before, less one.

    n is the number of children in either. Nothing is shown where nothing was spent a year before.
    """
    now = counted(priced_days, pl.col("spend"), 0)
    before = counted(priced_days_year_before, -pl.col("spend"), pl.col("spend"))
    return pl.concat([now, before], how="diagonal")
