"""What do the dearest quarter of placements cost a week, at least?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Weekly cost, upper quartile",
    unit=Unit.POUNDS_A_WEEK,
    statistic=Statistic.QUANTILE,
    polarity=Polarity.LOW,
    source="Placement cost pro forma",
    quantile=0.75,
    is_price=True,
)
def weekly_cost_upper_quartile(priced_census: pl.LazyFrame) -> pl.LazyFrame:
    """Upper quartile of the weekly cost of placements with a price in force at a date.

    Every placement with a price counts, whoever pays for it; short breaks (legal status V3 or V4) are left out. By
    need level, the latest assessment on or before the date counts, also one made after the price began. n is the number
    of placements; the interval is that of the order statistics.
    """
    return counted(priced_census, pl.col("weekly_cost"))
