"""How many children live with foster carers?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="In foster care",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def foster(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who live with foster carers.

    Relatives and friends, the borough's own carers and independent agencies' together (placement codes U1 to U6).
    Over all children looked after at the date, short breaks left out. Department for Education placement group.
    """
    return counted(census, labelled(census, "placement_group", "Foster care"))
