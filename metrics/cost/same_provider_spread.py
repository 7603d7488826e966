"""Does one provider charge boroughs differently for like care?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.per_unit import OfEach


@metric(
    title="Same provider, same care: spread",
    unit=Unit.POUNDS_A_WEEK,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    source="Placement cost pro forma; needs assessments",
    is_price=True,
    n_of="cell",
    of_each=OfEach(numerator=pl.col("like_spread").first(), denominator=pl.lit(1)),
)
def same_provider_spread(same_care: pl.LazyFrame) -> pl.LazyFrame:
    """Mean difference in weekly cost between the dearest and the cheapest borough for like care at a date.

    Like care is the same provider, placement type and need level, from a private or voluntary provider, for
    assessed children of two or more boroughs of the consortium; need is that of the latest assessment on or before the
    date, also one made after the price began. Each kind of like care counts once: the mean of
    its dearest borough less that of its cheapest. n is how many kinds.
    """
    return counted(same_care, pl.col("like_spread"))
