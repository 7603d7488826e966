"""How many children are looked after because of a disability?"""

from typing import Final

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric
from metrics.engine.categories import labelled

DISABILITY: Final = "Child's disability"


@metric(
    title="In care because of a disability",
    unit=Unit.PERCENT,
    statistic=Statistic.SHARE,
    polarity=Polarity.NEITHER,
    source="SSDA903 episodes",
)
def disability_share(census: pl.LazyFrame) -> pl.LazyFrame:
    """Share of children looked after at a date whose main category of need is the child's disability.

    The category that the return gives for being looked after (N2), not a count of disabled children; a child
    without one counts below the line but not above it.
    """
    return counted(census, labelled(census, "category_of_need", DISABILITY))
