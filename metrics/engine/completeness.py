"""Children of whom the returns on record cannot say whether they count: left out, and the figure is marked for it.

A period of care that began in a return which is not loaded may be long or short. Such children are in neither part of
a figure, and while there are many of them, as in the first years on record, no figure is given at all.
"""

from typing import Final

import polars as pl

from metrics.engine.aggregate import AS_TEXT
from metrics.engine.coverage import NOT_AVAILABLE, PROVISIONAL
from metrics.engine.values import FIGURES

MOST_UNKNOWN: Final = 0.05
"""Share of the children asked about that may be unknown before no figure is given: our own guard."""


def complete_enough(
    figures: pl.LazyFrame, unknown: pl.DataFrame | None, by: tuple[str, ...], *, listed: bool
) -> pl.LazyFrame:
    """Mark the figures of groups with children who are unknown, and blank those with many.

    `unknown` has a row for each such child and period, with the groupings. Provisional [p] where at most one child in
    twenty is unknown, not available [x] where more are. Where `listed`, a group in which every child is unknown has a
    row of its own.
    """
    if unknown is None or unknown.is_empty():
        return figures
    if not by:
        return _marked(figures.with_columns(_unknown=pl.lit(unknown.height)))
    counted = unknown.select(by).with_columns(AS_TEXT).group_by(by).agg(_unknown=pl.len()).lazy()
    how = "full" if listed else "left"
    both = figures.join(counted, on=by, how=how, coalesce=True, nulls_equal=True)
    return _marked(both).sort(by, nulls_last=True)


def _marked(figures: pl.LazyFrame) -> pl.LazyFrame:
    """Blank and mark; what has no figure for another reason keeps its mark."""
    unknown, known = pl.col("_unknown").fill_null(0), pl.col("denominator").fill_null(0)
    is_many = unknown > MOST_UNKNOWN * (unknown + known)
    is_some = (unknown > 0) & pl.col("value").is_not_null()
    mark = pl.when(is_many).then(pl.lit(NOT_AVAILABLE)).when(is_some).then(pl.lit(PROVISIONAL)).otherwise("mark")
    blank = [pl.when(~is_many).then(name).alias(name) for name in FIGURES if name != "mark"]
    return figures.with_columns(*blank, mark=mark).drop("_unknown")
