"""How many children live outside their borough?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Placed outside the borough",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
)
def outside_borough(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement is in another authority's area.

    The placement postcode's upper-tier authority differs from the responsible one; Wales, Scotland, Northern Ireland,
    the Channel Islands and the Isle of Man count as outside. A child whose placement postcode is not known counts below
    the line but not above it, as the Department for Education publishes it.
    """
    return counted(census, pl.col("is_out_of_area").fill_null(False))
