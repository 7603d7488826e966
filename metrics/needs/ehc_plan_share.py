"""How many children have an EHC plan?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.sources import COSTS


@metric(
    title="Children with an EHC plan",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="Placement cost pro forma; SSDA903 episodes",
    reads=(COSTS,),
)
def ehc_plan_share(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who have an education, health and care plan.

    As the placement cost pro forma says; children of whom it does not are left out.
    """
    return counted(census.drop_nulls("has_ehc_plan"), pl.col("has_ehc_plan"))
