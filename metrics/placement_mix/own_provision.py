"""How much care does the borough provide itself?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="In the borough's own provision",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def own_provision(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement the borough provides itself.

    Provider code PR1. Over all children looked after at the date, short breaks left out; placements with parents and
    those whose provider is not reported are among them.
    """
    return counted(census, labelled(census, "provider_sector", "Own provision"))
