"""What does a residential placement cost a week, the way it is published?"""

from typing import Final

import polars as pl

from metrics.card import Polarity, Statistic, Unit, metric
from metrics.engine.categories import labelled
from metrics.populations.unit_cost import week_of

RESIDENTIAL: Final = ["Secure home", "Children's home", "Residential care home", "Residential school"]
"""Codes K1, K2, R1 and S1, whose care days the section 251 unit cost divides by."""


@metric(
    title="Unit cost a week, residential",
    unit=Unit.POUNDS_A_WEEK,
    statistic=Statistic.CHANGE,
    polarity=Polarity.LOW,
    source="Placement cost pro forma; SSDA903 episodes",
    window_is_year=True,
    is_price=True,
    n_of="child",
)
def unit_cost_residential(priced_days: pl.LazyFrame, care_days: pl.LazyFrame) -> pl.LazyFrame:
    """Spend on residential placements in the year to a date, over the days of care in them, x 7.

    Residential is secure homes, children's homes, residential care homes and residential schools. Days away from one
    of these for a time (placement codes T0 to T4) are no days of care there. The spend is the
    consortium's own, from prices, where the published figure has the outturn of the section 251 statement;
    placements without a price cost nothing here. Short breaks (legal status V3 or V4) are in neither part. A borough
    that has uploaded no prices is left out of both. n is the number of children. Department for Education, Local
    Authority Interactive Tool.
    """
    spent = priced_days.filter(labelled(priced_days, "placement_type", *RESIDENTIAL))
    lived = care_days.filter(labelled(care_days, "placement_type", *RESIDENTIAL) & ~pl.col("is_temporary"))
    return week_of(spent, lived, pl.col("days"), 1)
