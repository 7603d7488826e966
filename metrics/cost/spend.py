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

    From prices, not from ledgers: it counts what each placement cost while it lasted, whoever pays for it. A day
    counts where the child is looked after and a price covers it: days before the placement, between two periods of
    care, after care and in short breaks (legal status V3 or V4) are left out, and a price that spans two placements is
    split by their days. Of two prices of a child at once, the one that starts later stands while it lasts; an earlier
    one that lasts longer goes on after it. An amount agreed by the month or year comes to as much in a return year of
    366 days. By need level, each day counts at the latest assessment on or before it. n is the number of children.
    """
    return counted(priced_days, pl.col("spend"), 0)
