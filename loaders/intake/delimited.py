"""CSV and its relations: any usual encoding, comma, semicolon, tab or bar, and the quoting that people get wrong."""

import codecs
import csv
from itertools import islice, zip_longest
from typing import Final

import polars as pl

from loaders.intake import limits
from loaders.intake.sheet import Sheet, sheet_of
from loaders.reading import RefusedError

SEPARATORS: Final = ",;\t|"
LOOKED_AT: Final = 40
"""Lines at the head of a file that tell its separator and width."""
UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
FALLBACK: Final = "cp1252"
"""What Excel on Windows writes when it is not asked for UTF-8."""


def open_delimited(content: bytes) -> list[Sheet]:
    """Read a file of lines as one sheet."""
    text = decoded(content).replace("\r\n", "\n").replace("\r", "\n")
    head = text[: limits.LONGEST_LINE].split("\n")[:LOOKED_AT]
    separator = _separator(head)
    widths = _widths(head, separator)
    width = max(widths)
    if width > limits.MOST_COLUMNS:
        raise RefusedError(f"The file has {width:,} columns. No source has more than {limits.MOST_COLUMNS}.")
    return [sheet_of(None, _parsed(text, separator, width), widths)]


def decoded(content: bytes) -> str:
    """The text of a file of unknown encoding."""
    try:
        text = content.decode(_encoding(content))
    except UnicodeDecodeError:
        text = content.decode(FALLBACK, errors="replace")
    if "\0" in text:
        raise RefusedError("The file is not text. Export it as CSV (UTF-8) or as an Excel workbook (.xlsx).")
    return text


def _encoding(content: bytes) -> str:
    if content.startswith(UTF_16):
        return "utf-16"
    if content[1:2] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if content[:1] == b"\0" else "utf-8-sig"


def _separator(head: list[str]) -> str:
    """The separator that parts most lines: ties go to the comma."""
    return max(SEPARATORS, key=lambda mark: sum(mark in line for line in head) + head[0].count(mark))


def _widths(head: list[str], separator: str) -> list[int]:
    """How many cells each line at the head has."""
    try:
        return [len(cells) for cells in csv.reader(head, delimiter=separator)]
    except csv.Error:
        return [line.count(separator) + 1 for line in head]


def _parsed(text: str, separator: str, width: int) -> pl.DataFrame:
    """Parse with one column to spare, so that a row with a cell too many is seen and not cut."""
    try:
        return _fast(text, separator, width + 1, '"')
    except pl.exceptions.PolarsError:
        pass
    try:
        rows = list(csv.reader(text.split("\n"), delimiter=separator, strict=True))
    except csv.Error:
        return _fast(text, separator, width + 1, None)
    return _of_rows(rows, width + 1)


def _fast(text: str, separator: str, width: int, quote: str | None) -> pl.DataFrame:
    return pl.read_csv(
        text.encode(),
        separator=separator,
        quote_char=quote,
        schema=dict.fromkeys((f"c{i}" for i in range(width)), pl.String),
        has_header=False,
        truncate_ragged_lines=True,
        missing_columns="insert",
    )


def _of_rows(rows: list[list[str]], width: int) -> pl.DataFrame:
    columns = islice(zip_longest(*rows, fillvalue=None), width)
    return pl.DataFrame([pl.Series(f"c{i}", cells, pl.String) for i, cells in enumerate(columns)])
