"""How great is a child's need as a whole?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Weighted need score",
    unit=Unit.SCORE,
    statistic=Statistic.MEAN,
    polarity=Polarity.NEITHER,
    source="Needs assessments",
)
def weighted_need(assessed_census: pl.LazyFrame) -> pl.LazyFrame:
    """Mean weighted need score of assessed children looked after at a date, from 0 to 72.

    The twelve Valuing Care indicators of the latest assessment together, where some counts 1, high 3 and very high
    6, so that one very high need weighs as much as six of some.
    """
    return counted(assessed_census, pl.col("need_score"))
