"""How much care do voluntary organisations provide?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="In voluntary provision",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def voluntary_provision(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement a voluntary organisation provides.

    Provider code PR5. Over all children looked after at the date, short breaks left out; placements with parents and
    those whose provider is not reported are among them.
    """
    return counted(census, labelled(census, "provider_sector", "Voluntary"))
