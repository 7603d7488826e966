"""How many children leave care for every 10,000 who live here?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Ceased to be looked after per 10,000",
    unit=Unit.PER_10000,
    statistic=Statistic.RATE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes; ONS mid-year population estimates",
    only_by=("borough", "month", "quarter", "year"),
)
def ceased_per_10000(ceased_care: pl.LazyFrame, residents: pl.LazyFrame) -> pl.LazyFrame:
    """Children who ceased to be looked after in the period for every 10,000 children aged 0 to 17 in the area.

    Each child counts once in the period, as in the figure without a population. The population is the ONS mid-year
    estimate for the year before the return year, or the latest known. A month's rate is of the month: it is not
    multiplied up to a year. A filter narrows the children who ceased, not the population.

    Only boroughs with both parts are added up: returns that speak of the period, and a known population. The figure
    is provisional [p] where some borough lacks either, and not available [x] where all do.
    """
    children = counted(ceased_care, 1, denominator=0)
    population = counted(residents, 0, denominator=pl.col("population").fill_null(0), n=0)
    return pl.concat([children, population], how="diagonal")
