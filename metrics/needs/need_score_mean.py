"""How great are the needs?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Mean need score",
    unit=Unit.SCORE,
    statistic=Statistic.MEAN,
    polarity=Polarity.NEITHER,
    source="Needs assessments",
    n_of="child",
)
def need_score_mean(needs_census: pl.LazyFrame) -> pl.LazyFrame:
    """Mean score of assessed children looked after at a date, from 0 (no need) to 3 (very high).

    By the indicator asked for, in the latest assessment on or before the date; over all twelve Valuing Care
    indicators together, the mean of their scores. n is the number of children.
    """
    return counted(needs_census, pl.col("score"))
