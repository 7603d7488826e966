"""What does a looked after child cost a week, the way it is published?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, metric
from metrics.guidance import DAYS_IN_YEAR
from metrics.populations.unit_cost import week_of


@metric(
    title="Unit cost a week, children looked after",
    unit=Unit.POUNDS_A_WEEK,
    statistic=Statistic.CHANGE,
    polarity=Polarity.LOW,
    source="Placement cost pro forma; SSDA903 episodes",
    window_is_year=True,
    is_price=True,
)
def unit_cost_children(priced_days: pl.LazyFrame, census: pl.LazyFrame) -> pl.LazyFrame:
    """Spend on placements in the year to a date, over children looked after at that date, / 365 x 7.

    The spend is the consortium's own, from prices, where the published figure has the outturn of the section 251
    statement; placements without a price cost nothing here. Short breaks (legal status V3 or V4) are in neither part. A
    borough that has uploaded no prices is left out of both. n is the number of children. Department for Education,
    Local Authority Interactive Tool.
    """
    return week_of(priced_days, census, 1, DAYS_IN_YEAR)
