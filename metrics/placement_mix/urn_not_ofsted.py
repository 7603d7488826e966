"""How many children live with a provider that Ofsted does not register?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="Provider not registered with Ofsted",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes, provider register",
)
def urn_not_ofsted(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement says, by XXXXXXX, that Ofsted does not register it.

    Homes that the Care Quality Commission registers, residential schools, regional adoption agencies. Children with
    their parents and in other placements, which have no provider, are left out, as are short breaks.
    """
    provided = census.filter(~labelled(census, "placement_type", "With parents", "Other placement"))
    return counted(provided, labelled(census, "urn_status", "Not registered with Ofsted"))
