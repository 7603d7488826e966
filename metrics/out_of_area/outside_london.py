"""How many children live outside London?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions.location import HOME_REGION


@metric(
    title="Placed outside London",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
)
def outside_london(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement is outside London.

    The placement postcode is in another region of England, in Wales, Scotland, Northern Ireland, the Channel Islands or
    the Isle of Man. A child whose placement postcode is not known counts below the line but not above it. Short breaks
    are left out.
    """
    return counted(census, (pl.col("host_region") != HOME_REGION).fill_null(False))
