"""How many young people go missing again and again?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.per_unit import OfEach
from metrics.guidance import MANY_OCCASIONS


@metric(
    title="Young people missing more than eight times",
    unit=Unit.CHILDREN,
    statistic=Statistic.COUNT,
    polarity=Polarity.LOW,
    source="Missing-from-home incidents",
    n_of="runner",
    of_each=OfEach(numerator=pl.len() > MANY_OCCASIONS, denominator=pl.lit(0)),
)
def repeat_runners(incidents: pl.LazyFrame) -> pl.LazyFrame:
    """Young people with more than eight missing-from-home incidents in the period.

    Eight is the number of the Halton Borough Council paper that the measure is from. A young person counts once in
    a group, however often missing there: in total once, by cohort once under each. An incident without detail
    counts as a young person of its own.
    """
    return counted(incidents, 1, 0)
