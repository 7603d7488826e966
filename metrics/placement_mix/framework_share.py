"""How much care is bought under a framework?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled
from metrics.engine.sources import COSTS


@metric(
    title="Bought under a framework",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="Placement cost pro forma; SSDA903 episodes",
    reads=(COSTS,),
)
def framework_share(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement is bought under a framework.

    Among the children for whose placement it is recorded how it was bought, in-house care included; the rest are
    left out, above the line and below. Short breaks are left out.
    """
    recorded = census.filter(~labelled(census, "sourcing", "Not recorded"))
    return counted(recorded, labelled(recorded, "sourcing", "Framework"))
