"""What would a year cost at today's prices?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.guidance import DAYS_IN_YEAR
from metrics.populations.money import DAYS_IN_WEEK


@metric(
    title="Annualised spend on placements",
    unit=Unit.POUNDS,
    statistic=Statistic.TOTAL,
    polarity=Polarity.NEITHER,
    source="Placement cost pro forma",
    is_price=True,
    n_of="child",
)
def annualised_spend(priced_census: pl.LazyFrame) -> pl.LazyFrame:
    """What a year would cost if every placement at a date lasted it at its price: weekly cost / 7 x 365.

    Placements without a price and short breaks (legal status V3 or V4) are left out. By need level, the latest
    assessment on or before the date counts. n is the number of children.
    """
    return counted(priced_census, pl.col("weekly_cost") / DAYS_IN_WEEK * DAYS_IN_YEAR, 0)
