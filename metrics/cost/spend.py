"""What was spent on placements?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Spend on placements",
    unit=Unit.POUNDS,
    statistic=Statistic.TOTAL,
    polarity=Polarity.NEITHER,
    source="Placement cost pro forma",
    is_price=True,
    n_of="child",
)
def spend(priced_days: pl.LazyFrame) -> pl.LazyFrame:
    """Spend on placements in the period: the sum of weekly cost / 7 x days in the period.

    From prices, not from ledgers: it counts what each placement cost while it lasted, whoever pays for it, and
    leaves out placements without a price and prices that no placement in the return goes with. n is the number of
    children.
    """
    return counted(priced_days, pl.col("spend"), 0)
