"""How far from home do children live?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Distance from home, mean",
    unit=Unit.MILES,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
)
def distance_mean(census: pl.LazyFrame) -> pl.LazyFrame:
    """Mean distance from home of children looked after at a date.

    The straight line between the home and the placement postcode on the national grid, in miles of 1.6093 km; Northern
    Irish postcodes are brought to that grid from the Irish one. Children whose distance is not known are left out.
    Short breaks are left out.
    """
    return counted(census.drop_nulls("distance_miles"), pl.col("distance_miles"))
