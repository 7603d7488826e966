"""How many children are placed for adoption?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="Placed for adoption",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def placed_for_adoption(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who are placed for adoption.

    Placement codes A3 to A6, with the current foster carer or not. Over all children looked after at the date, short
    breaks left out. Department for Education placement group.
    """
    return counted(census, labelled(census, "placement_group", "Placed for adoption"))
