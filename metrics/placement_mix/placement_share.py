"""Where do children live, and with whom?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric

PLACEMENT = frozenset(
    {"placement_group", "placement_type", "provider_sector", "provider", "sourcing", "arrangement", "host_authority"}
) | {"broad_group", "broad_type", "broad_sector"}
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

    A child who is away from its placement for a time, in hospital, on holiday or in respite (placement codes T0 to
    T4), counts in that placement, with its provider and its place: the child must return to it (SSDA903 validation rule
    383), and none of the eight groups that the Department for Education publishes is a temporary one. Where no
    placement is known that the child is away from, it counts as another placement. The same holds of every figure
    by placement.
    """
    return counted(census, 1)
