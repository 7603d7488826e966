"""How is children's emotional health?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions.sdq_eligibility import of_an_age_to_be_scored
from metrics.engine.sources import HEADER


@metric(
    title="Strengths and difficulties score",
    unit=Unit.SCORE,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    source="SSDA903 OC2",
    window_is_year=True,
    reads=(HEADER,),
    leaves_unknown=True,
)
def sdq_mean(strengths: pl.LazyFrame) -> pl.LazyFrame:
    """Mean strengths and difficulties score, from 0 to 40, where lower is better.

    Children aged 5 to 16 who had been looked after for twelve months on the last day of their return; the latest
    score in the twelve months to the date. Department for Education, outcomes for children looked after.

    A child without a month of birth, or whose care began in a return that is not loaded, less than twelve months
    before as far as is known, is left out. The figure is provisional [p] where they are at most one child in twenty,
    and not available [x] where they are more.
    """
    return counted(of_an_age_to_be_scored(strengths), pl.col("sdq_score"))
