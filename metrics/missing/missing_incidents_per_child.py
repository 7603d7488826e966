"""How often does a looked after child who goes missing do so?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Missing incidents per child who went missing",
    unit=Unit.PER_CHILD,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    source="SSDA903 missing; SSDA903 episodes",
    window_is_year=True,
)
def missing_incidents_per_child(looked_after: pl.LazyFrame, went_missing: pl.LazyFrame) -> pl.LazyFrame:
    """Missing incidents in the year to a date per child looked after who went missing in it.

    As the SSDA903 return records them: two on one day are two, and wholly equal rows are one. An incident that began
    earlier counts if the child was still missing on the first day of the year; one outside the child's care does not.
    Being away without authorisation does not count. Department for Education, Children looked after in England, whose
    figures include children who were missing at 1 April.
    """
    times = went_missing.select("borough", "child", "period_end", "times_missing").filter(pl.col("times_missing") > 0)
    return counted(looked_after.join(times, on=["borough", "child", "period_end"]), pl.col("times_missing"))
