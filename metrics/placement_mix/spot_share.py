"""How much care is bought one placement at a time?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled
from metrics.engine.sources import COSTS


@metric(
    title="Spot purchased",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="Placement cost pro forma; SSDA903 episodes",
    reads=(COSTS,),
)
def spot_share(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement is bought one at a time, outside any framework or block.

    Among the children for whose placement it is recorded how it was bought, in-house care included; the rest are
    left out, above the line and below. Short breaks are left out.
    """
    recorded = census.filter(~labelled(census, "sourcing", "Not recorded"))
    return counted(recorded, labelled(recorded, "sourcing", "Spot"))
