"""Do children move too often?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.guidance import MANY_PLACEMENTS


@metric(
    title="Three or more placements in the year",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.LOW,
    source="SSDA903 episodes",
    window_is_year=True,
)
def three_or_more_placements(moved_census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date who had three or more placements in the year to it.

    Placements of 24 hours or more count, in every period of care in the year: the one that is open on its first day
    and does not end on it, and the one at the date. A move with the same carer (RNE is T or U) is a placement of its
    own; a change of legal status is not, nor is being placed for adoption with the current carer. A temporary move
    (placement codes T0 to T4) is time away from a placement and none of its own, nor is the return to the same home
    (type, provider, URN and postcode sector): the child must return to its normal placement (SSDA903 validation rule
    383). One that leads elsewhere is followed by a new placement. Short breaks are left out. Department for Education,
    Local Authority Interactive Tool, Placement 1, which does not speak of temporary moves; they are read as in its
    guide to the SSDA903 return.
    """
    return counted(moved_census, (pl.col("placements") >= MANY_PLACEMENTS).fill_null(False))
