"""How many children need less than at first?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions.repeat_assessments import twice_assessed


@metric(
    title="Children whose need has fallen",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="Needs assessments",
)
def need_improved_share(assessed_census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children whose weighted need score is lower in the latest assessment than in the first.

    Of children looked after at a date who have been assessed at least twice; the same score is no improvement.
    """
    return counted(twice_assessed(assessed_census), pl.col("need_score") < pl.col("first_score"))
