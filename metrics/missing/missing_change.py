"""Do children go missing more often than a year ago?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Change in incidents on the year before",
    unit=Unit.PERCENT,
    statistic=Statistic.CHANGE,
    polarity=Polarity.LOW,
    is_signed=True,
    source="Missing-from-home incidents",
    n_of="runner",
)
def missing_change(incidents: pl.LazyFrame, incidents_year_before: pl.LazyFrame) -> pl.LazyFrame:
    """Missing-from-home incidents in the period over those on the same days a year before, less one.

    The numerator is the difference. n is the number of young people in either year. Nothing is shown where there
    was no incident a year before.
    """
    return pl.concat([counted(incidents, 1, 0), counted(incidents_year_before, -1, 1)], how="diagonal")
