"""Of how many children do we not know the area?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Area not known",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
)
def location_not_known(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement postcode is not known.

    The postcode is missing from the return, or is in no area. Over all children looked after at the date, short breaks
    left out. Shown beside every figure on area: a large share makes those too low.
    """
    return counted(census, pl.col("is_out_of_area").is_null())
