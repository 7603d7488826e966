"""How many children live in children's homes?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="In secure homes and children's homes",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def secure_and_childrens_homes(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who live in a children's home or a secure home.

    Placement codes K1 and K2. Over all children looked after at the date, short breaks left out. Department for
    Education placement group.
    """
    return counted(census, labelled(census, "placement_group", "Secure and children's homes"))
