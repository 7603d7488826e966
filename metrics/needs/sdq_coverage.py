"""For how many children is a score known?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions.sdq_eligibility import due_a_score
from metrics.engine.sources import HEADER


@metric(
    title="Children with a strengths and difficulties score",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="SSDA903 OC2; SSDA903 episodes",
    window_is_year=True,
    reads=(HEADER,),
    leaves_unknown=True,
)
def sdq_coverage(census: pl.LazyFrame, scored_children: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children due a strengths and difficulties score who have one in the twelve months to a date.

    Due are children looked after at the date who are aged 5 to 16 and have been looked after for twelve months.

    A child without a month of birth, or whose care began in a return that is not loaded, less than twelve months
    before as far as is known, is left out. The figure is provisional [p] where they are at most one child in twenty,
    and not available [x] where they are more.
    """
    scored = scored_children.select("borough", "child", "period_end", is_scored=True)
    joined = due_a_score(census).join(scored, on=["borough", "child", "period_end"], how="left")
    return counted(joined, pl.col("is_scored").fill_null(value=False))
