"""Do children's needs change?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions.repeat_assessments import twice_assessed


@metric(
    title="Change in need since the first assessment",
    unit=Unit.SCORE,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    is_signed=True,
    source="Needs assessments",
)
def need_change(assessed_census: pl.LazyFrame) -> pl.LazyFrame:
    """Mean change in the weighted need score from a child's first assessment to the latest: distance travelled.

    Of children looked after at a date who have been assessed at least twice; below zero is less need than at
    first.
    """
    return counted(twice_assessed(assessed_census), pl.col("need_score") - pl.col("first_score"))
