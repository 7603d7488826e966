"""How many children live in other residential settings?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="In other residential settings",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def other_residential(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who live in another residential setting.

    Residential care home (R1), health setting (R2), family centre or mother and baby unit (R3), young offender
    institution (R5) and residential employment (P3). Over all children looked after at the date, short breaks left
    out. Department for Education placement group.
    """
    return counted(census, labelled(census, "placement_group", "Other residential"))
