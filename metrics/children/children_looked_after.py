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

    Children with an episode of care that started on or before the date and had not ended on or before it. An episode
    that one return leaves open and later returns leave out counts to the last day that its return speaks of. One that
    is open though the child is over 18 does not count from the end of the month of the 18th birthday: only in a
    children's home under section 20 may a child stay (Children Act 1989, section 20(5); validation rule 359). Children
    in a series of short breaks (legal status V3 or V4) are left out. Department for Education, Children looked after
    in England, methodology.
    """
    return counted(census, 1)
