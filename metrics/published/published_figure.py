"""What have others published?"""

import polars as pl

from metrics.card import Polarity, Statistic, Unit, counted, metric


@metric(
    title="Published figure",
    unit=Unit.PUBLISHED,
    statistic=Statistic.GIVEN,
    polarity=Polarity.NEITHER,
    source="As each row says",
    only_by=("borough", "measure", "breakdown", "period", "publication", "note"),
)
def published_figure(published: pl.LazyFrame) -> pl.LazyFrame:
    """A figure as it was published: its number, or for its symbol the mark.

    One at a time, so by borough, measure and period (and breakdown, where the measure is parted, or publication,
    where several give the same); a group of several shows nothing. Nothing is hidden, as it is public already.
    Grouped by `note` too, its footnote is told.
    """
    return counted(published, pl.col("value"), pl.col("value").is_not_null(), n=0)
