"""How many children live with a provider whose number the register does not have?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="Provider's URN not in the register",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes, provider register",
)
def urn_not_in_register(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement has a reference number that the register lacks.

    It is mistyped, or of a setting that the registers loaded here leave out. XXXXXXX is counted apart. Children with
    their parents and in other placements, which have no provider, are left out, as are short breaks.
    """
    provided = census.filter(~labelled(census, "placement_type", "With parents", "Other placement"))
    return counted(provided, labelled(census, "urn_status", "Not in the register"))
