"""How many children live with their parents?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="Placed with parents",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def with_parents(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who live with their parents or another with parental responsibility.

    Placement code P1. Over all children looked after at the date, short breaks left out. Department for Education
    placement group.
    """
    return counted(census, labelled(census, "placement_group", "With parents"))
