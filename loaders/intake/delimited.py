"""CSV and its relations: any usual encoding, comma, semicolon, tab or bar, and the quoting that people get wrong."""

import csv
import io
from itertools import islice, zip_longest
from typing import Final

import polars as pl

from loaders.findings import about_file
from loaders.intake import limits
from loaders.intake.blanks import is_tidy
from loaders.intake.encoding import recoded
from loaders.intake.marks import is_plain
from loaders.intake.quoted_lines import unspaced, unwrapped
from loaders.intake.quotes import LOOKED_AT, by_line, joins_cells, row_swallowed
from loaders.intake.sheet import Opened, Sheet, sheet_of
from loaders.reading.result import RefusedError

SEPARATORS: Final = ",;\t|"
ESCAPED: Final = b'\\"'
"""A quote within a cell as programmers write it, which spreadsheets do not."""
ODD_QUOTES: Final = "Quotes in the file do not pair up, so each of its lines was read as a row of its own."
SWALLOWED: Final = (
    "A quote does not pair up at row {}, so that the rows after it would end up in one cell. Take the quote out or "
    "write it twice, or save the table as an Excel workbook (.xlsx)."
)


def open_delimited(content: bytes) -> Opened:
    """Read a file of lines as one sheet.

    Raises `RefusedError` where a quote swallows rows and no other quoting gives every row its cells.
    """
    text = recoded(content)
    head = _head(text)
    separator = _separator(head)
    has_quotes = b'"' in text
    if has_quotes:
        text = unspaced(unwrapped(text), separator)
        head = _head(text)
    widths = _widths(head, separator)
    width = max(widths)
    limits.refuse_columns(width)
    lines = text.count(b"\n")
    limits.refuse_rows(lines)
    limits.refuse_cells((lines + 1) * (width + 1))
    frame = _parsed(text, separator, width)
    if frame is None or (has_quotes and (ESCAPED in text or _is_joined(frame, text, separator, width, lines))):
        return _with_odd_quotes(text, separator, frame, widths)
    plain = is_plain(text, separator)
    tidy = plain and is_tidy(text, separator)
    return Opened([sheet_of(None, frame, widths, is_plain=plain, is_tidy=tidy)])


def _head(text: bytes) -> list[str]:
    """The first lines of a file."""
    return text[: limits.LONGEST_LINE].decode(errors="ignore").split("\n", LOOKED_AT)[:LOOKED_AT]


def _separator(head: list[str]) -> str:
    """The separator that parts most lines: ties go to the comma. A line of tabs alone is a blank one."""
    lines = [line.strip() for line in head]
    return max(SEPARATORS, key=lambda mark: sum(mark in line for line in lines) + head[0].count(mark))


def _widths(head: list[str], separator: str) -> list[int]:
    """How many cells each line at the head has."""
    try:
        return [len(cells) for cells in csv.reader(head, delimiter=separator)]
    except csv.Error:
        return [line.count(separator) + 1 for line in head]


def _parsed(text: bytes, separator: str, width: int) -> pl.DataFrame | None:
    """Parse with one column to spare, so that a row with a cell too many is seen and not cut; None where it fails."""
    try:
        return _fast(text, separator, width + 1, '"')
    except pl.exceptions.PolarsError:
        return None


def _is_joined(frame: pl.DataFrame, text: bytes, separator: str, width: int, lines: int) -> bool:
    """Whether a cell may hold what are rows, or cells, of their own. `lines` are the line breaks of the text."""
    if frame.height < lines + (not text.endswith(b"\n")):
        return _has_line_breaks(frame)
    return joins_cells(frame, text, separator, width)


def _has_line_breaks(frame: pl.DataFrame) -> bool:
    return any(cells.str.contains("\n", literal=True).any() for cells in frame.iter_columns())


def _with_odd_quotes(text: bytes, separator: str, frame: pl.DataFrame | None, widths: list[int]) -> Opened:
    """Tell cells that hold line breaks of their own from those that swallowed the rows after them."""
    lines = by_line(text.decode(), separator) if len(text) <= limits.READ_SLOWLY else None
    if lines and lines.text and (mended := _mended(lines.text.encode(), separator)):
        return Opened([mended], [about_file("odd-quotes", "warning", ODD_QUOTES)])
    if frame is None:
        frame = _otherwise(text, separator, max(widths) + 1)
    row = row_swallowed(frame, separator, max(widths)) if frame is not None else lines and lines.odd
    if frame is None or row is not None:
        raise RefusedError(SWALLOWED.format(row))
    return Opened([sheet_of(None, frame, widths)])


def _mended(text: bytes, separator: str) -> Sheet | None:
    """A file of lines whose quotes are as they should be."""
    widths = _widths(_head(text), separator)
    frame = _parsed(text, separator, max(widths))
    return sheet_of(None, frame, widths) if frame is not None else None


def _fast(text: bytes, separator: str, width: int, quote: str | None) -> pl.DataFrame:
    return pl.read_csv(
        text,
        separator=separator,
        quote_char=quote,
        schema=dict.fromkeys((f"c{i}" for i in range(width)), pl.String),
        has_header=False,
        truncate_ragged_lines=True,
        missing_columns="insert",
        extra_columns="ignore",
    )


def _otherwise(text: bytes, separator: str, width: int) -> pl.DataFrame | None:
    """Parse what quotes in other ways than most; None where that fails.

    Each row is an object, so only for files of a modest size; in others quotes part nothing.
    """
    if len(text) > limits.READ_SLOWLY:
        return _fast(text, separator, width, None)
    try:
        rows = list(csv.reader(io.StringIO(text.decode(), newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return None
    columns = islice(zip_longest(*rows, fillvalue=None), width)
    return pl.DataFrame([pl.Series(f"c{i}", cells, pl.String) for i, cells in enumerate(columns)])
