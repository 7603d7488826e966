"""Do children move too often?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.guidance import MANY_PLACEMENTS


@metric(
    title="Three or more placements in the year",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
    window_is_year=True,
)
def three_or_more_placements(moved_census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who had three or more placements in the year to it.

    A placement open at the start of the year counts, and so does the one at the date. Temporary moves do not
    count, and being adopted by the current carer is not a change. Short breaks are left out. Department for
    Education, placement stability.
    """
    return counted(moved_census, (pl.col("placements") >= MANY_PLACEMENTS).fill_null(False))
