"""Where do children live, and with whom?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric

PLACEMENT = frozenset(
    {"placement_group", "placement_type", "provider_sector", "provider", "sourcing", "arrangement", "host_authority"}
) | {"broad_group", "broad_sector"}
"""What tells one placement from another; everything else tells children apart."""


@metric(
    title="Placement mix",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
    parts=PLACEMENT,
)
def placement_share(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose placement is of a kind: group, type, sector, provider.

    Over all children looked after at the date, of the same borough, age, sex and so on where the figure is grouped
    or filtered by those. The shares of one whole add up to 100%. Short breaks are left out.
    """
    return counted(census, 1)
