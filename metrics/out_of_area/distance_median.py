"""How far from home does the child in the middle live?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Distance from home, median",
    unit=Unit.MILES,
    statistic=Statistic.QUANTILE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
    quantile=0.5,
)
def distance_median(census: pl.LazyFrame) -> pl.LazyFrame:
    """Median distance from home of children looked after at a date.

    The straight line between the home and the placement postcode on the national grid, in miles of 1.6093 km; Northern
    Irish postcodes are brought to that grid from the Irish one. Children whose distance is not known are left out.
    Short breaks are left out. Half of the children live nearer than this.
    """
    return counted(census.drop_nulls("distance_miles"), pl.col("distance_miles"))
