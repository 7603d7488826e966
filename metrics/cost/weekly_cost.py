"""What does a placement cost a week?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Weekly cost",
    unit=Unit.POUNDS_A_WEEK,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    source="Placement cost pro forma",
    is_price=True,
    n_of="child",
)
def weekly_cost(priced_days: pl.LazyFrame) -> pl.LazyFrame:
    """Mean weekly cost of placements in the period, weighted by the days of each in the period.

    Every placement with a price counts, whoever pays for it: social care, education and health together. A day counts
    where the child is looked after and a price covers it; of two prices at once the one that starts later stands while
    it lasts. Short breaks (legal status V3 or V4) are left out. By need level, each day counts at the latest assessment
    on or before it. n is the number of children. Placements without a price are left out; the share that has one is
    shown beside the figure.
    """
    return counted(priced_days, pl.col("weekly_cost") * pl.col("days"), pl.col("days"))
