"""For how many children is the score a cause for concern?"""

from typing import Final

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions.sdq_eligibility import of_an_age_to_be_scored
from metrics.engine.categories import labelled
from metrics.engine.sources import HEADER

BAND: Final = "Cause for concern"


@metric(
    title="Strengths and difficulties: cause for concern",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 OC2",
    window_is_year=True,
    reads=(HEADER,),
    leaves_unknown=True,
)
def sdq_concern(strengths: pl.LazyFrame) -> pl.LazyFrame:
    """Share of scored children whose strengths and difficulties score is a cause for concern: 17 to 40.

    Children aged 5 to 16 who had been looked after for twelve months on the last day of their return; the latest
    score in the twelve months to the date. Department for Education, outcomes for children looked after.

    A child without a month of birth, or whose care began in a return that is not loaded, less than twelve months
    before as far as is known, is left out. The figure is provisional [p] where they are at most one child in twenty,
    and not available [x] where they are more.
    """
    return counted(of_an_age_to_be_scored(strengths), labelled(strengths, "sdq_band", BAND))
