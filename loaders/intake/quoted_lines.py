"""Lines that were quoted as a whole, or with a space before their quotes: written again as spreadsheets write them."""

import csv
import re
from typing import Final

import polars as pl

MARKS: Final = (",", ";", "\t", r"\|")
WRAPPED: Final = re.compile(rb'"(?:[^"\n]|"")*[,;\t|](?:[^"\n]|"")*"')
"""A line that is one quoted cell with separators in it."""
SPACED: Final = r'(?m)(^|{0}) +"((?:[^"\n]|"")*)" *(?={0}|$)'
"""A quoted cell with a space before its quote, and a separator or the line's end behind it."""


def unwrapped(text: bytes) -> bytes:
    """Take the quotes off lines each of which is one quoted cell, as where a CSV was pasted into a spreadsheet."""
    lines = text.split(b"\n", 2)[:2]
    if not all(WRAPPED.fullmatch(line) for line in lines):
        return text
    rows = list(csv.reader(text.decode().split("\n"), strict=False))
    is_one = all(len(row) == 1 or not any(row) for row in rows)
    return "\n".join(row[0] if row else "" for row in rows).encode() if is_one else text


def lines_of(frame: pl.DataFrame) -> bytes | None:
    """The lines of a sheet whose first column holds whole lines of a CSV, as where one was not parted on opening it.

    None where it does not.
    """
    if frame.width == 0 or any(
        cells.null_count() < frame.height for cells in frame.iter_columns() if cells.name != frame.columns[0]
    ):
        return None
    lines = frame.to_series().fill_null("")
    filled = lines.filter(lines != "")
    marks = (filled.str.count_matches(mark) for mark in MARKS)
    is_parted = len(filled) > 1 and any((count.head(2) > 1).all() for count in marks)
    return "\n".join(lines).encode() if is_parted else None


def unspaced(text: bytes, separator: str) -> bytes:
    """Take the spaces away that stand between a separator and a quote: a reader takes such a quote for a letter."""
    mark = separator.encode()
    if mark + b' "' not in text:
        return text
    return re.sub(SPACED.format(re.escape(separator)).encode(), rb'\1"\2"', text)
