"""Findings as a workbook by which a borough corrects its files: a cover, the kinds, every finding with its row."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Final

import polars as pl
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.finding_advice import DONE, kinds
from loaders.spreadsheet_safety import harmless

SAFE: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""No text becomes a formula, a link or a number."""

MOST: Final = 1_000_000
"""Findings that fit on a sheet."""
ROWS_NAMED: Final = 50
"""Rows of a kind named beside it; the next sheet has every one."""

HEADINGS: Final = {
    "file": "File",
    "source": "Source",
    "return_year": "Return year",
    "rows": "Rows in",
    "accepted": "Accepted",
    "repaired": "Repaired",
    "across": "Repaired across years",
    "set_aside": "Set aside",
    "blank": "Blank",
    "findings": "Findings",
    "concerned": "Rows concerned",
    "row": "Row",
    "first": "First rows",
    "column": "Column",
    "code": "Rule",
    "severity": "Severity",
    "done": "What was done",
    "message": "What is wrong",
    "todo": "What to do",
}
WIDE: Final = {"message": 70, "todo": 70, "file": 36, "source": 28, "code": 26, "column": 22, "first": 40, "done": 24}
"""Columns wider than usual, in letters."""

FILES: Final = ("file", "source", "return_year", "rows", "accepted", "repaired", "set_aside", "blank", "findings")
KINDS: Final = ("severity", "done", "concerned", "message", "todo", "file", "column", "code", "first")
FINDINGS: Final = ("file", "source", "return_year", "row", "column", "code", "severity", "done", "message", "todo")

COVER: Final = (
    "Rows in = accepted + set aside + blank. A repaired row is one of the accepted in which something was changed.",
    "Row numbers are the file's own, the heading being row 1. No finding names a child.",
    "Correct the rows in your system, export again, and upload the file again: it takes the place of this one.",
)


def findings_book(whose: str, on: date, files: pl.DataFrame, findings: pl.DataFrame) -> bytes:
    """Give the workbook as XLSX. No cell can start a formula, none is merged; headings stay and can be filtered.

    `files` has the columns of FILES (and may have `across`), a row a file. `findings` has file, source (its title),
    return_year, row, column, code, severity, message, todo.
    """
    told = findings.with_columns(done=pl.col("severity").replace_strict(DONE, default="", return_dtype=pl.String))
    first = pl.col("first").cast(pl.List(pl.String)).list.join(", ")
    grouped = kinds(told, "done", most=ROWS_NAMED).with_columns(first=first).rename({"rows": "concerned"})
    file = BytesIO()
    with xlsxwriter.Workbook(file, SAFE) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        _cover(book, bold, _lines(whose, on, told), files.select(name for name in HEADINGS if name in files.columns))
        _sheet(book, bold, "Kinds of finding", grouped.select(KINDS))
        _sheet(book, bold, "Every finding", told.select(FINDINGS).head(MOST))
    return file.getvalue()


def write_books(to: Path, files: pl.DataFrame, findings: pl.DataFrame) -> list[tuple[str, Path]]:
    """Write one workbook a borough: of several, each beside the name given, with the borough's name in its own.

    Columns: `borough`, and those of `findings_book`. Gives each borough with its file.
    """
    boroughs = files["borough"].drop_nulls().unique().sort().to_list()
    written = [(name, to.with_stem(f"{to.stem}-{slug(name)}") if len(boroughs) > 1 else to) for name in boroughs]
    for name, file in written:
        mine = (frame.filter(borough=name) for frame in (files, findings))
        file.write_bytes(findings_book(name, date.today(), *mine))
    return written


def slug(name: str) -> str:
    """A borough's name as part of a file's."""
    return name.lower().replace(" ", "-")


def _lines(whose: str, on: date, findings: pl.DataFrame) -> list[str]:
    """What the cover says over the counts."""
    count = findings.height
    many = f"{count:,} finding{'s' * (count != 1)}, as of {on:%-d %B %Y}."
    cut = [f"The sheet has the first {MOST:,}; correct those and the rest will follow."] if count > MOST else []
    by_severity = [
        f"{words}: {of:,} finding{'s' * (of != 1)}"
        for severity, words in DONE.items()
        if (of := findings.filter(severity=severity).height)
    ]
    return [f"Findings for {whose}", many, *cut, *by_severity, *COVER]


def _cover(book: Workbook, bold: Format, lines: list[str], files: pl.DataFrame) -> None:
    sheet: Worksheet = book.add_worksheet("Cover")
    for line, words in enumerate(lines):
        sheet.write_string(line, 0, words, bold if line == 0 else None)
    _table(sheet, bold, files, top=len(lines) + 1)


def _sheet(book: Workbook, bold: Format, name: str, frame: pl.DataFrame) -> None:
    sheet: Worksheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, frame.height, frame.width - 1)
    _table(sheet, bold, frame, top=0)


def _table(sheet: Worksheet, bold: Format, frame: pl.DataFrame, top: int) -> None:
    for place, name in enumerate(frame.columns):
        sheet.set_column(place, place, WIDE.get(name, 13))
        sheet.write_string(top, place, HEADINGS[name], bold)
    for line, row in enumerate(harmless(frame).iter_rows(), start=top + 1):
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(line, place, value)
            elif value is not None:
                sheet.write_string(line, place, str(value))
