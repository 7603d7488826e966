"""How many children are looked after for every 10,000 who live here?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Children looked after per 10,000",
    unit=Unit.PER_10000,
    statistic=Statistic.RATE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes; ONS mid-year population estimates",
    only_by=("borough", "month", "quarter", "year"),
)
def rate_per_10000(census: pl.LazyFrame, residents: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at a date for every 10,000 children aged 0 to 17 who live in the area.

    The population is the ONS mid-year estimate for the year before the return year: 31 March 2025 is rated
    against mid-2024, as the Department for Education does; the latest known estimate where that is not yet out.
    A filter narrows the children looked after, not the population.

    Only boroughs with both parts are added up: returns that speak of the period, and a known population. The figure
    is provisional [p] where some borough lacks either, and not available [x] where all do.
    """
    children = counted(census, 1, denominator=0)
    population = counted(residents, 0, denominator=pl.col("population").fill_null(0), n=0)
    return pl.concat([children, population], how="diagonal")
