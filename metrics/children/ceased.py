"""How many children leave care?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Ceased to be looked after",
    unit=Unit.CHILDREN,
    statistic=Statistic.COUNT,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def ceased(ceased_care: pl.LazyFrame) -> pl.LazyFrame:
    """Children who ceased to be looked after in the period.

    A child who ceased more than once in the period counts once, at the last time. Children whose care another
    authority took over count. Short breaks (legal status V3 or V4) are left out. Department for Education, Children
    looked after in England, methodology.
    """
    return counted(ceased_care, 1)
