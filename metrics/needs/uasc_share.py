"""How many children are unaccompanied asylum seekers?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.sources import ASYLUM


@metric(
    title="Unaccompanied asylum-seeking children",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 UASC; SSDA903 episodes",
    reads=(ASYLUM,),
)
def uasc_share(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who are unaccompanied asylum-seeking children.

    From the day on which the status ceased (DUC) a child is none, whatever episode it is in. Short breaks are left out.
    Department for Education, Children looked after in England.
    """
    return counted(census, pl.col("is_uasc"))
