"""The numbers of a table as rows of their own: what a file holds where the screen holds words."""

from collections.abc import Iterable
from typing import Final, NamedTuple

import polars as pl

from dashboard.data.comparisons import Estimate
from metrics import Metric

COLUMNS: Final = {
    "column": pl.String,
    "unit": pl.String,
    "value": pl.Float64,
    "mark": pl.String,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "n": pl.Float64,
    "words": pl.String,
}


class Entry(NamedTuple):
    """One cell: its row, its column, and its number in the metric's unit, or words that are no number; or both."""

    row: str
    column: str
    metric: Metric | None = None
    estimate: Estimate | None = None
    words: str = ""


def numbers(entries: Iterable[Entry], row: str) -> pl.DataFrame:
    """Give a row a cell: `row` names the first column, and the others are column, unit, value, mark, lower, upper, n.

    Words stand in a column of their own, which is there where any cell has some.
    """
    frame = pl.DataFrame([_values(entry) for entry in entries], schema={row: pl.String, **COLUMNS}, orient="row")
    return frame if frame["words"].is_not_null().any() else frame.drop("words")


def _values(entry: Entry) -> tuple[str | float | None, ...]:
    figure = entry.estimate or Estimate("", None, None, None, None, None)
    unit = entry.metric.unit.value if entry.metric else None
    mark = figure.mark or None
    return (
        entry.row,
        entry.column,
        unit,
        figure.value,
        mark,
        figure.lower,
        figure.upper,
        figure.n,
        entry.words or None,
    )
