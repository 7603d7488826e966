"""How many children live far from home?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.dimensions.location import is_far


@metric(
    title="Over 20 miles from home (DfE dashboard)",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
)
def over_20_miles_dfe(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date placed more than 20 miles from home, in whatever area.

    The distance is the straight line between the home and the placement postcode, as in the Department for Education's
    Children's social care outcomes and enablers dashboard. A placement in the Channel Islands or the Isle of Man, which
    have no grid reference, is over 20 miles from any home in England. Over all children looked after at the date; where
    the distance is not known the child counts below the line but not above it. Short breaks are left out. The Local
    Authority Interactive Tool also asks that the placement be outside the borough: see the other metric.
    """
    return counted(census, is_far().fill_null(False))
