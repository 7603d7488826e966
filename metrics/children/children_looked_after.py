"""How many children are looked after?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Children looked after",
    unit=Unit.CHILDREN,
    statistic=Statistic.COUNT,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def children_looked_after(census: pl.LazyFrame) -> pl.LazyFrame:
    """Children looked after at a date.

    Children with an episode of care that started on or before the date and had not ended on or before it.
    Children in a series of short breaks (legal status V3 or V4) are left out. Department for Education,
    Children looked after in England, methodology.
    """
    return counted(census, 1)
