"""Rows that are no data, and identifiers that are none, told and set aside before anything else of the row is read."""

import polars as pl

from loaders.reading.row_batch import Tray
from loaders.source import Column, Source


def without_strays(tray: Tray, values: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Values of the rows that stay on the tray; of the others only that is told for which they are set aside."""
    for column in source.columns:
        if column.kind.refusals and values[column.name].null_count() > tray.frame[column.name].null_count():
            values = _refused(tray, values, column)
    return values


def blank_out(tray: Tray, values: pl.DataFrame, source: Source) -> None:
    """Blank the cells in which a word for nothing stands."""
    for column in source.columns:
        if column.kind.nothing and values[column.name].null_count() > tray.frame[column.name].null_count():
            is_something = ~pl.col(column.name).str.contains(column.kind.nothing)
            tray.frame = tray.frame.with_columns(pl.when(is_something).then(column.name).alias(column.name))


def _refused(tray: Tray, values: pl.DataFrame, column: Column) -> pl.DataFrame:
    is_unread = values[column.name].is_null()
    if column.kind.nothing:
        is_unread &= ~tray.frame[column.name].str.contains(column.kind.nothing)
    gone = tray.frame["row"].is_null()
    for refusal in column.kind.refusals:
        fits = tray.frame[column.name].str.contains(refusal.pattern).fill_null(value=False)
        where = fits & is_unread & ~gone
        tray.note(where, column.header, refusal.code, "error", f"{refusal.text} {refusal.todo}")
        gone |= where
    if gone.any():
        tray.frame, values = tray.frame.filter(~gone), values.filter(~gone)
    return values
