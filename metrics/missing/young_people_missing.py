"""How many young people go missing?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.per_unit import OfEach


@metric(
    title="Young people who went missing",
    unit=Unit.CHILDREN,
    statistic=Statistic.COUNT,
    polarity=Polarity.LOW,
    source="Missing-from-home incidents",
    n_of="runner",
    of_each=OfEach(numerator=pl.lit(1), denominator=pl.lit(0)),
)
def young_people_missing(incidents: pl.LazyFrame) -> pl.LazyFrame:
    """Young people with a missing-from-home incident that started in the period, of every cohort.

    A young person counts once in a group, however often missing there: in total once, by cohort once under each.
    An incident without detail counts as a young person of its own.
    """
    return counted(incidents, 1, 0)
