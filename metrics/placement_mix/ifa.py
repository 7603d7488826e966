"""How many children live with independent agencies' foster carers?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="With independent fostering agencies",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
)
def ifa(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who are fostered through an independent fostering agency.

    Placement codes U4 to U6 with a private or voluntary provider (PR4, PR5). Over all children looked after at the
    date, short breaks left out.
    """
    return counted(census, labelled(census, "placement_type", "IFA foster"))
