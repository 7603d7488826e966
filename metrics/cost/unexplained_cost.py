"""What does need not explain?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Cost that need does not explain",
    unit=Unit.POUNDS_A_WEEK,
    statistic=Statistic.MEAN,
    polarity=Polarity.LOW,
    is_signed=True,
    source="Placement cost pro forma; needs assessments",
    is_price=True,
    n_of="child",
)
def unexplained_cost(explained_census: pl.LazyFrame) -> pl.LazyFrame:
    """Mean weekly cost at a date over what the need of the children explains.

    What need explains is read from a straight line of weekly cost on weighted need score, drawn by least squares
    within each placement type over every borough's assessed children; the type's mean where there are fewer than
    ten. Need is that of the latest assessment on or before the date, also one made after the price began. Above zero
    is dearer than like need elsewhere in the consortium, below is cheaper. All together it is zero.
    """
    return counted(explained_census, pl.col("weekly_cost") - pl.col("expected_cost"))
