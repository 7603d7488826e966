"""Ends that cannot be read. A blank end means that something lasts: an unreadable one never turns blank in silence.

An episode, a price, a contract, an order or a status with such an end is set aside: left open, it would put the child
in care, or the price on the bill, at every later date. A missing incident is kept, for the incident is sure and
figures count when it began; it ends on that day, so that it is not carried over into later years.
"""

from typing import Final

import polars as pl

from loaders import findings
from loaders.reading.row_batch import Tray
from loaders.source import Column, Source

_WORDS: Final = (
    "on-?going|on going|currently|current|(to )?present|to date|(still |remains )?(open|active|in care|missing|placed)"
    "|continu(es|ing)|not (yet )?(ended|closed|ceased|returned)|none|nil|n/?a|tb[ac]"
)
_ZERO: Final = r"0+(\.0+)?|00?[/.-]0?[01][/.-](00|0000|1900)|0000-00-00|1900-01-00"
"""A date of zeros, as databases write it, and day zero of Excel, as it shows an empty cell."""
_FAR: Final = (
    r"\d{1,2}[/.-]\d{1,2}[/.-](2[1-9]|[3-9]\d)\d{2}|(2[1-9]|[3-9]\d)\d{2}-\d{2}-\d{2}|(2[1-9]|[3-9]\d)\d{6}|2958465"
)
"""A day from 2100 on, such as 31/12/9999, also as the number of the last day that Excel knows."""
STILL_OPEN: Final = rf"(?i)^(?:{_WORDS}|[-–—.]+|(?:{_ZERO}|{_FAR})(?:\.0+)?(?:[T ]\d{{1,2}}:\d{{2}}.*)?)$"
"""What systems and people write for "it has not ended"."""


def ends(tray: Tray, values: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Values of the rows on the tray, with what becomes of each end that cannot be read; each is told."""
    for column in source.columns:
        if column.is_end and values[column.name].null_count() > tray.frame[column.name].null_count():
            values = values.with_columns(_settled(tray, values, column))
    return values


def _settled(tray: Tray, values: pl.DataFrame, column: Column) -> pl.Series:
    cells, read = tray.frame[column.name], values[column.name]
    unread = read.is_null() & cells.is_not_null()
    is_open = unread & cells.str.contains(STILL_OPEN)
    if column.end_reason:
        is_open &= values[column.end_reason].is_null()
    _tell_open(tray, int(is_open.sum()), column)
    unread &= ~is_open
    wrong = f"{column.header} is not {column.kind.wants}{column.breach}"
    if not column.ends_on:
        message = f"{wrong}. Left blank it would mean that this has not ended, so the row was set aside."
        tray.note(unread, column.header, "unreadable", "error", message)
        return read
    message = f"{wrong}. It was taken to have ended on the day it began, not to last still."
    tray.note(unread, column.header, "unreadable", "warning", message)
    return read.zip_with(~unread, values[column.ends_on])


def _tell_open(tray: Tray, rows: int, column: Column) -> None:
    if rows:
        message = (
            f"{column.header} says that it has not ended, by a word, zeros or a far day, in {rows:,} rows: so read."
        )
        tray.parts.append(findings.about_file("still-open", "info", message, column.header))
