"""How much of a year's prices lies above the lower quartile of like care? A spread, not a saving."""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.guidance import DAYS_IN_YEAR
from metrics.populations.money import DAYS_IN_WEEK


@metric(
    title="Paid above the lower quartile of like care",
    unit=Unit.POUNDS,
    statistic=Statistic.TOTAL,
    polarity=Polarity.NEITHER,
    source="Placement cost pro forma; needs assessments",
    is_price=True,
    n_of="child",
)
def levelling_to_lower_quartile(same_care: pl.LazyFrame) -> pl.LazyFrame:
    """What a year's prices at a date come to above the lower quartile of like care: a spread, and no saving.

    Like care is the same provider, placement type and need level, from a private or voluntary provider, for
    assessed children of two or more boroughs of the consortium; need is that of the latest assessment on or before the
    date, also one made after the price began. A placement adds its weekly cost less the lower quartile,
    where it is above it, / 7 x 365. Part of any group lies above its lower quartile whoever pays: made-up prices with a
    tenth of noise and no real difference come to GBP 5.0m above their medians on a market like the fictional one.
    n is the number of children.
    """
    above = (pl.col("weekly_cost") - pl.col("like_lower_quartile")).clip(lower_bound=0)
    return counted(same_care, above / DAYS_IN_WEEK * DAYS_IN_YEAR, 0)
