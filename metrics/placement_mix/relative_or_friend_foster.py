"""How many children are fostered by family or friends?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="Fostered by relatives or friends",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="SSDA903 episodes",
)
def relative_or_friend_foster(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who are fostered by a relative or friend.

    Placement codes U1 to U3, whoever approved the carer. Over all children looked after at the date, short breaks
    left out.
    """
    return counted(census, labelled(census, "placement_type", "Relative or friend foster"))
