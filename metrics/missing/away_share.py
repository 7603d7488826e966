"""How many looked after children are away without authorisation?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Children looked after who were away",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 missing; SSDA903 episodes",
    window_is_year=True,
)
def away_share(looked_after: pl.LazyFrame, went_missing: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at any time in the year to a date who were away without authorisation.

    With at least one such incident in the year, however long. One that began earlier counts if the child was still
    away on the first day of the year, the day of coming back included; one that began after care had ended, or ended
    before care began, does not. Being missing does
    not count. Short breaks are left out. Department for Education,
    Children looked after in England, whose figures include children who were missing or away at 1 April; incidents
    outside care break its validation rules 578 and 581.
    """
    times = went_missing.select("borough", "child", "period_end", "times_away")
    joined = looked_after.join(times, on=["borough", "child", "period_end"], how="left")
    return counted(joined, (pl.col("times_away") > 0).fill_null(value=False))
