"""Do we know which registered provider each child lives with?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="Provider's URN known",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="SSDA903 episodes",
)
def urn_known(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement names its provider by Ofsted's reference number.

    XXXXXXX, which says that Ofsted does not register the provider, counts as known. Children with their parents and
    in other placements, which have no provider, are left out, as are short breaks. What every figure by provider
    rests on.
    """
    provided = census.filter(~labelled(census, "placement_type", "With parents", "Other placement"))
    return counted(provided, pl.col("urn").is_not_null())
