"""Which boroughs take in more of their neighbours' children than they send?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Net import within the consortium",
    unit=Unit.CHILDREN,
    statistic=Statistic.TOTAL,
    polarity=Polarity.NEITHER,
    is_signed=True,
    source="SSDA903 episodes",
)
def net_import(exchanges: pl.LazyFrame) -> pl.LazyFrame:
    """Children of the other boroughs of the consortium who live here, less our own who live in those boroughs.

    At a date. Above zero, more children come in than go out; the boroughs add up to zero. Our
    children placed outside the consortium are not counted, nor are children placed here by authorities outside it,
    as no return in the consortium holds them. n is the number of children who cross the boundary either way. Short
    breaks are left out.
    """
    return counted(exchanges, pl.col("change"))
