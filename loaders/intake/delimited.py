"""CSV and its relations: any usual encoding, comma, semicolon, tab or bar, and the quoting that people get wrong."""

import csv
import io
from itertools import islice, zip_longest
from typing import Final

import polars as pl

from loaders.intake import limits
from loaders.intake.encoding import recoded
from loaders.intake.sheet import Opened, sheet_of
from loaders.reading import RefusedError

SEPARATORS: Final = ",;\t|"
LOOKED_AT: Final = 40
"""Lines at the head of a file that tell its separator and width."""


def open_delimited(content: bytes) -> Opened:
    """Read a file of lines as one sheet."""
    text = recoded(content)
    head = text[: limits.LONGEST_LINE].decode(errors="ignore").split("\n", LOOKED_AT)[:LOOKED_AT]
    separator = _separator(head)
    widths = _widths(head, separator)
    width = max(widths)
    limits.refuse_columns(width)
    lines = text.count(b"\n")
    limits.refuse_rows(lines)
    limits.refuse_cells((lines + 1) * (width + 1))
    return Opened([sheet_of(None, _parsed(text, separator, width), widths)])


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


def _parsed(text: bytes, separator: str, width: int) -> pl.DataFrame:
    """Parse with one column to spare, so that a row with a cell too many is seen and not cut."""
    try:
        return _fast(text, separator, width + 1, '"')
    except pl.exceptions.PolarsError:
        pass
    try:
        return _slow(text, separator, width + 1)
    except (csv.Error, RefusedError):
        return _fast(text, separator, width + 1, None)


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


def _slow(text: bytes, separator: str, width: int) -> pl.DataFrame:
    """Parse what quotes in other ways than most; each row is an object, so only files of a modest size."""
    if len(text) > limits.READ_SLOWLY:
        raise RefusedError("The file is too big to be read slowly.")
    rows = list(csv.reader(io.StringIO(text.decode(), newline=""), delimiter=separator, strict=True))
    columns = islice(zip_longest(*rows, fillvalue=None), width)
    return pl.DataFrame([pl.Series(f"c{i}", cells, pl.String) for i, cells in enumerate(columns)])
