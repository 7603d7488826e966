"""How many children live in supported accommodation?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="In supported accommodation",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def supported_accommodation(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who live in supported accommodation or on their own.

    Registered supported accommodation (K3), and before it semi-independent (H5) and independent living (P2). The
    series breaks in October 2023, when providers had to register: until then many placements were counted as other.
    Over all children looked after at the date, short breaks left out. Department for Education placement group.
    """
    return counted(census, labelled(census, "placement_group", "Supported accommodation"))
