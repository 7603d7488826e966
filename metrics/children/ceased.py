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

    A child who ceased more than once in the period counts once, at the last time. A child ceases with an episode that
    ends for any reason but that another begins (REC is not X1), where no other goes on from it on that day. An end
    that was made up because later returns leave an open episode out, or because the child is over 18, is none. Care
    that starts and ends on the same day is under 24 hours and does not count. Children whose care another authority
    took over count. Short breaks (legal status V3 or V4) are left out. Department for Education, Children looked
    after in England, methodology.
    """
    return counted(ceased_care, 1)
