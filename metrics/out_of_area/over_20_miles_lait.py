"""How many children live far from home, in another area?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions.location import is_far


@metric(
    title="Over 20 miles from home and outside the borough (LAIT)",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
)
def over_20_miles_lait(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date placed more than 20 miles from home and outside the borough.

    Both must hold, as in the Local Authority Interactive Tool. The distance is the straight line between the home and
    the placement postcode; the Channel Islands and the Isle of Man, which have no grid reference, are over 20 miles
    from any home in England. Over all children looked after at the date; where the distance or the area is not known
    the child counts below the line but not above it. Short breaks are left out. The dashboard of the Department for
    Education counts the distance alone: see the other metric.
    """
    far_outside = is_far() & pl.col("is_out_of_area")
    return counted(census, far_outside.fill_null(False))
