"""A workbook for a borough to fill in: headings, drop-downs, an example row, and what each column means."""

from io import BytesIO
from pathlib import Path
from typing import Final

import xlsxwriter
from xlsxwriter.workbook import Format, Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.source import Column, Source

ROWS_CHECKED: Final = 5_000
"""Rows under the headings in which a cell with a closed list offers it."""
LONGEST_LIST: Final = 255
"""Letters that Excel allows in a drop-down."""
LONGEST_NAME: Final = 31
"""Letters that Excel allows in the name of a sheet."""
DEFINITIONS: Final = "Definitions"
"""Name of the sheet that says what the columns mean; it is passed over when a template comes back."""
HEADINGS: Final = ("Column", "Meaning", "Kind", "Must be filled", "Codes", "Example", "Also read as")


def write_template(source: Source, file: Path | BytesIO) -> None:
    """Write the workbook. Read back as it is, it holds one row, the example."""
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        _write_data(book, source, bold)
        _write_definitions(book, source, bold)


def _write_data(book: Workbook, source: Source, bold: Format) -> None:
    sheet: Worksheet = book.add_worksheet(source.title[:LONGEST_NAME])
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(source.columns):
        sheet.set_column(place, place, max(len(column.header), 10) + 2)
        sheet.write_string(0, place, column.header, bold)
        if column.example:
            sheet.write_string(1, place, column.example)
        if column.kind.choices and len(",".join(column.kind.choices)) <= LONGEST_LIST:
            allowed = {"validate": "list", "source": list(column.kind.choices), "error_type": "warning"}
            sheet.data_validation(1, place, ROWS_CHECKED, place, allowed)


def _write_definitions(book: Workbook, source: Source, bold: Format) -> None:
    sheet: Worksheet = book.add_worksheet(DEFINITIONS)
    sheet.write_string(0, 0, f"{source.title}. {source.about}")
    sheet.write_row(2, 0, HEADINGS, bold)
    for line, column in enumerate(source.columns, start=3):
        sheet.write_row(line, 0, _definition(column))
    for place, width in enumerate((26, 52, 14, 14, 40, 18, 30)):
        sheet.set_column(place, place, width)


def _definition(column: Column) -> list[str]:
    must = "Yes" if column.required else "No, and may be left out" if column.optional else "No"
    codes = ", ".join(column.kind.choices)
    return [column.header, column.meaning, column.kind.name, must, codes, column.example, ", ".join(column.also)]
