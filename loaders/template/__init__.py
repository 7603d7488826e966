"""A workbook for a borough to fill in: headings, drop-downs, an example row, and what each column means.

Every borough fills in the same sheet under the same definitions. The example row is passed over when the workbook
comes back (`loaders.source.EXAMPLE` stands in its first column), and so are the sheets beside the first.
"""

import re
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from loaders.source import EXAMPLE, Column, Source
from loaders.template.cell_formats import example, number_format, validation
from loaders.template.guidance_sheets import BESIDE, DEFINITIONS, LISTS, write_definitions, write_lists

__all__ = ["BESIDE", "DEFINITIONS", "LISTS", "write_template"]

ROWS_CHECKED: Final = 5_000
"""Rows under the headings in which a cell is checked, and says what it holds."""
LONGEST_NAME: Final = 31
"""Letters that Excel allows in the name of a sheet."""
FORBIDDEN: Final = r"[\[\]:*?/\\]"
"""Marks that Excel does not allow in the name of a sheet."""
REQUIRED: Final = {"bold": True, "bottom": 1, "bg_color": "#1D3557", "font_color": "#FFFFFF", "text_wrap": True}
HEADED: Final = {"bold": True, "bottom": 1, "bg_color": "#E5E9EF", "text_wrap": True}
SHOWN: Final = {"italic": True, "font_color": "#5A6472"}
"""The example row: grey and slanted, so that it is not taken for a row of data."""


def write_template(source: Source, file: Path | BytesIO) -> None:
    """Write the workbook. Read back as it is, it holds no row: the example is none."""
    with xlsxwriter.Workbook(file, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": source.title, "comments": f"Version of {source.version}"})
        data = book.add_worksheet(_name(source))
        write_definitions(book, source)
        ranges = write_lists(book, source.columns)
        _write_data(book, data, source, ranges)


def _name(source: Source) -> str:
    return re.sub(FORBIDDEN, "", source.title)[:LONGEST_NAME].strip()


def _write_data(book: Workbook, sheet: Worksheet, source: Source, ranges: dict[str, str]) -> None:
    sheet.freeze_panes(1, 1)
    for place, column in enumerate(source.columns):
        shape = number_format(column)
        heading = book.add_format(REQUIRED if column.required else HEADED)
        sheet.set_column(place, place, max(len(column.header), 10) + 3, book.add_format(shape))
        sheet.write_string(0, place, f"{column.header} *" if column.required else column.header, heading)
        _write_example(book, sheet, place, column, shape)
        sheet.data_validation(1, place, ROWS_CHECKED, place, validation(column, ranges.get(column.name)))


def _write_example(book: Workbook, sheet: Worksheet, place: int, column: Column, shape: dict[str, Any]) -> None:
    cell = EXAMPLE if place == 0 else example(column)
    sheet.write(1, place, cell, book.add_format(SHOWN | shape))
