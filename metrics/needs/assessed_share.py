"""How many children's needs have been assessed?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled
from metrics.populations.need import NOT_ASSESSED


@metric(
    title="Children whose needs are assessed",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.HIGH,
    source="Needs assessments; SSDA903 episodes",
)
def assessed_share(levelled_census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date with a needs assessment on or before it.

    What every figure about needs rests on.
    """
    return counted(levelled_census, ~labelled(levelled_census, "need_level", NOT_ASSESSED))
