"""How many children live with a provider whose number nobody gave?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="Provider's URN not given",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes, provider register",
)
def urn_not_given(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement gives no Ofsted reference number.

    What remains of the provider's URN known. Children with their parents and in other placements, which have no
    provider, are left out, as are short breaks.
    """
    provided = census.filter(~labelled(census, "placement_type", "With parents", "Other placement"))
    return counted(provided, labelled(census, "urn_status", "Not given"))
