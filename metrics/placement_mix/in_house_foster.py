"""How many children live with the borough's own foster carers?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled


@metric(
    title="With in-house foster carers",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="SSDA903 episodes",
)
def in_house_foster(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who are fostered by the borough's own or another authority's carers.

    Placement codes U4 to U6 with a provider that is an authority (PR1 to PR3) or is not recorded; relatives and friends
    are not among them. Over all children looked after at the date, short breaks left out.
    """
    return counted(census, labelled(census, "placement_type", "In-house foster"))
