"""Months that may be set beside each other: a part of a month, or of the boroughs, would look like a change."""

from collections.abc import Sequence
from datetime import date

import polars as pl

from dashboard.data.comparisons import Estimate
from metrics.engine.coverage import PROVISIONAL


def settled(months: pl.DataFrame) -> pl.DataFrame:
    """Give the months with a value that are not provisional: nothing is claimed from those that are.

    Columns: month, value and, where figures are marked, mark.
    """
    seen = months.filter(pl.col("value").is_not_null())
    return seen.filter(pl.col("mark").ne_missing(PROVISIONAL)) if "mark" in seen.columns else seen


def settled_run(run: Sequence[tuple[date, Estimate]]) -> list[tuple[date, Estimate]]:
    """Give the same of figures by month."""
    return [(day, figure) for day, figure in run if figure.value is not None and figure.mark != PROVISIONAL]
