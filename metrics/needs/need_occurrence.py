"""Which needs do children have?"""

from typing import Final

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric

SOME: Final = 1
"""The lowest score that is a need: 0 none, 1 some, 2 high, 3 very high."""


@metric(
    title="Children with the need",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="Needs assessments",
    n_of="child",
)
def need_occurrence(needs_census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of assessed children looked after at a date who have the need: a score of some, high or very high.

    By the indicator asked for, in the latest assessment on or before the date; over all twelve Valuing Care
    indicators together, the share of their scores. n is the number of children.
    """
    return counted(needs_census, pl.col("score") >= SOME)
