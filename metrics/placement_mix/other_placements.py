"""How many children live where no group fits?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="In other placements",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
)
def other_placements(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement is of no other group.

    Placement codes Z1 and, from 2026, Z11 to Z14: unregistered settings among them; and a temporary move (T0 to T4)
    where no placement is known that the child is away from. Over all children looked after at the date, short breaks
    left out. Department for Education placement group.
    """
    return counted(census, labelled(census, "placement_group", "Other placements"))
