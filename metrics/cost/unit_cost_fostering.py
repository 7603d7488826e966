"""What does a foster placement cost a week, the way it is published?"""

from typing import Final

import polars as pl

from metrics.card import Polarity, Statistic, Unit, metric
from metrics.engine.categories import labelled
from metrics.guidance import DAYS_IN_YEAR
from metrics.populations.unit_cost import week_of

FOSTER: Final = "Foster care"
"""The DfE's placement group of relatives, friends and other foster carers."""


@metric(
    title="Unit cost a week, fostering",
    unit=Unit.POUNDS_A_WEEK,
    statistic=Statistic.CHANGE,
    polarity=Polarity.LOW,
    source="Placement cost pro forma; SSDA903 episodes",
    window_is_year=True,
    is_price=True,
)
def unit_cost_fostering(priced_days: pl.LazyFrame, census: pl.LazyFrame) -> pl.LazyFrame:
    """Spend on foster placements in the year to a date, over those at that date, / 365 x 7.

    The spend is the consortium's own, from prices, where the published figure has the outturn of the section 251
    statement; placements without a price cost nothing here. Short breaks (legal status V3 or V4) are in neither part. A
    borough that has uploaded no prices is left out of both. n is the number of children in foster care. Department
    for Education, Local Authority Interactive Tool.
    """
    spent = priced_days.filter(labelled(priced_days, "placement_group", FOSTER))
    fostered = census.filter(labelled(census, "placement_group", FOSTER))
    return week_of(spent, fostered, 1, DAYS_IN_YEAR)
