"""How many placements are made in an emergency?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled
from metrics.engine.sources import COSTS


@metric(
    title="Placed in an emergency",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="Placement cost pro forma; SSDA903 episodes",
    reads=(COSTS,),
)
def emergency_share(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement was made in an emergency.

    Among the children for whose placement it is recorded whether it was planned; the rest are left out, above the
    line and below. Short breaks are left out.
    """
    recorded = census.filter(~labelled(census, "arrangement", "Not recorded"))
    return counted(recorded, labelled(recorded, "arrangement", "Emergency"))
