"""Findings as a workbook for the borough to mend its file by: a sheet of kinds, and every finding with its row."""

from io import BytesIO
from typing import Final

import polars as pl
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.sheet import harmless

SAFE: Final = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""No text becomes a formula, a link or a number."""

WIDTHS: Final = {"message": 80, "what to do": 80, "file": 36, "column": 26, "code": 18, "source": 30, "borough": 26}
"""Columns wider than usual, in letters."""

MOST: Final = 1_000_000
"""Findings that fit on a sheet."""


def as_workbook(kinds: pl.DataFrame, findings: pl.DataFrame) -> bytes:
    """Give both tables as XLSX; text that a spreadsheet would take for a formula gets a quote before it."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, SAFE) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        for name, frame in (("Kinds of finding", kinds), ("Every finding", findings)):
            sheet: Worksheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            _write(sheet, harmless(frame.head(MOST)), bold)
    return file.getvalue()


def _write(sheet: Worksheet, frame: pl.DataFrame, bold: Format) -> None:
    for place, name in enumerate(frame.columns):
        sheet.set_column(place, place, WIDTHS.get(name, 14))
        sheet.write_string(0, place, name.replace("_", " ").capitalize(), bold)
    for line, row in enumerate(frame.iter_rows(), start=1):
        for place, value in enumerate(row):
            if isinstance(value, int):
                sheet.write_number(line, place, value)
            elif value is not None:
                sheet.write_string(line, place, str(value))
