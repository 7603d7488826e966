"""How many children live at school?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="In residential schools",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def residential_school(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who live in a residential school.

    Placement code S1; a school registered as a children's home counts as a home. Over all children looked after at
    the date, short breaks left out. Department for Education placement group.
    """
    return counted(census, labelled(census, "placement_group", "Residential school"))
