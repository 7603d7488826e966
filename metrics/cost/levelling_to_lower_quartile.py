"""What would it save if nobody paid more than the lower quartile for like care?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.guidance import DAYS_IN_YEAR
from metrics.populations.money import DAYS_IN_WEEK


@metric(
    title="Saving if like care came down to the lower quartile",
    unit=Unit.POUNDS,
    statistic=Statistic.TOTAL,
    polarity=Polarity.NEITHER,
    source="Placement cost pro forma; needs assessments",
    is_price=True,
    n_of="child",
)
def levelling_to_lower_quartile(same_care: pl.LazyFrame) -> pl.LazyFrame:
    """What a year would save if prices at a date above the lower quartile of like care came down to it.

    Like care is the same provider, placement type and need level, from a private or voluntary provider, for
    assessed children of two or more boroughs of the consortium; need is that of the latest assessment on or before the
    date, also one made after the price began. The saving of a placement is its weekly cost less
    the lower quartile, where it is above it, / 7 x 365. n is the number of children.
    """
    above = (pl.col("weekly_cost") - pl.col("like_lower_quartile")).clip(lower_bound=0)
    return counted(same_care, above / DAYS_IN_WEEK * DAYS_IN_YEAR, 0)
