"""Why are children placed in other areas?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.sources import COSTS


@metric(
    title="Placed outside the borough, by reason",
    unit=Unit.CHILDREN,
    statistic=Statistic.COUNT,
    polarity=Polarity.NEITHER,
    source="Placement cost pro forma; SSDA903 episodes",
    reads=(COSTS,),
)
def distance_reasons(census: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at a date whose placement is in another authority's area, to be grouped by the reason.

    The reason is the placement's own, from the cost pro forma; a placement without one is shown as not recorded, never
    left out. Children whose placement postcode is not known are not counted. Short breaks are left out.
    """
    return counted(census.filter("is_out_of_area"), 1)
