"""Rows from one day until before another, cut in time: each piece keeps what its row says."""

from datetime import date
from typing import Final

import polars as pl

FOREVER: Final = date(2999, 1, 1)
"""Stands for 'still open' so that dates compare."""


def until(name: str = "ended") -> pl.Expr:
    """The end of a row, far ahead where it is open."""
    return pl.col(name).fill_null(FOREVER)


def open_again(name: str) -> pl.Expr:
    """An end that `until` gave, as a table has it: null where the row is open."""
    return pl.when(pl.col(name) < FOREVER).then(name)


def cut(rows: pl.DataFrame, days: pl.DataFrame, on: str) -> pl.DataFrame:
    """Rows cut at each of the `days` (columns: `on`, day) of theirs that falls inside them."""
    numbered = rows.with_row_index("_row")
    inside = (pl.col("day") > pl.col("started")) & (pl.col("day") < until())
    starts = numbered.select("_row", on, "started", "ended").join(days.unique(), on=on).filter(inside)
    if starts.is_empty():
        return rows
    later = numbered.join(starts.select("_row", "day"), on="_row").with_columns(started=pl.col("day"))
    pieces = pl.concat([numbered, later.select(numbered.columns)]).sort("_row", "started")
    following = pl.when(pl.col("_row") == pl.col("_row").shift(-1)).then(pl.col("started").shift(-1))
    return pieces.with_columns(ended=pl.coalesce(following, "ended")).drop("_row")
