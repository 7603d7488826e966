"""How many children have high needs?"""

from typing import Final

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled

HIGH: Final = ["High", "Very high"]


@metric(
    title="Children with high or very high need",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="Needs assessments",
)
def high_need_share(assessed_census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of assessed children looked after at a date whose need level is high or very high.

    The level is that of the weighted need score of the latest assessment: high from 24 of 72, very high from 36.
    """
    return counted(assessed_census, labelled(assessed_census, "need_level", *HIGH))
