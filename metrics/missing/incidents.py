"""How often do children go missing?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Missing-from-home incidents",
    unit=Unit.INCIDENTS,
    statistic=Statistic.TOTAL,
    polarity=Polarity.LOW,
    source="Missing-from-home incidents",
    n_of="runner",
)
def incidents(incidents: pl.LazyFrame) -> pl.LazyFrame:
    """Missing-from-home incidents that started in the period, as recorded locally.

    Every cohort counts: the borough's own children in care and at home, other authorities' children placed here,
    and incidents without detail. n is the number of young people. Incidents cluster in few of them, so no
    interval.
    """
    return counted(incidents, 1, 0)
