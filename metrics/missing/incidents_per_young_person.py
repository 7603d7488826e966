"""How often does a young person who goes missing do so?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.per_unit import OfEach


@metric(
    title="Incidents per young person",
    unit=Unit.PER_CHILD,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    source="Missing-from-home incidents",
    n_of="runner",
    of_each=OfEach(numerator=pl.len(), denominator=pl.lit(1)),
)
def incidents_per_young_person(incidents: pl.LazyFrame) -> pl.LazyFrame:
    """Missing-from-home incidents in the period over the young people who had one.

    A young person counts once in a group, however often missing there: in total once, by cohort once under each.
    An incident without detail counts as a young person of its own.
    """
    return counted(incidents, 1)
