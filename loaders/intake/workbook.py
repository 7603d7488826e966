"""Excel workbooks: every sheet, every cell as text. Macros never run and formulas count only as their last value."""

from dataclasses import replace
from typing import Final

import fastexcel

from loaders.findings import Found, about_file
from loaders.intake import limits
from loaders.intake.delimited import open_delimited
from loaders.intake.quoted_lines import lines_of
from loaders.intake.sheet import Opened, Sheet, sheet_of
from loaders.intake.xlsx_parts import BROKEN, Inside, looked_through
from loaders.reading.result import RefusedError

ZIP: Final = b"PK\x03\x04"
SHOWN: Final = "visible"
"""What the library calls a sheet that is neither hidden nor very hidden."""


UNCALCULATED: Final = "Cells whose formula was never calculated were taken as blank: {:,}."
HIDDEN_ROWS: Final = (
    "Rows of the workbook are hidden, for instance by a filter: {:,}. On sheets that are shown they were read."
)


def open_workbook(content: bytes) -> Opened:
    """Read a workbook, one sheet each, hidden ones marked; sheets with nothing on them are left out."""
    inside = looked_through(content)
    try:
        sheets = _sheets(fastexcel.read_excel(content), is_1904=inside.is_1904)
    except fastexcel.FastExcelError as error:
        raise RefusedError(BROKEN) from error
    return Opened(sheets, _notes(inside))


def _notes(inside: Inside) -> list[Found]:
    notes: list[Found] = []
    if inside.uncalculated:
        notes.append(about_file("uncalculated", "warning", UNCALCULATED.format(inside.uncalculated)))
    if inside.hidden_rows:
        notes.append(about_file("hidden-rows", "info", HIDDEN_ROWS.format(inside.hidden_rows)))
    return notes


def _sheets(book: fastexcel.ExcelReader, *, is_1904: bool) -> list[Sheet]:
    """Sheets that hold something. Counted as they are read: a workbook may name one big sheet many times."""
    sheets: dict[str, Sheet] = {}
    cells = 0
    for name in book.sheet_names:
        sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string")
        frame = sheet.to_polars()
        limits.refuse_columns(frame.width)
        cells += frame.height * frame.width
        limits.refuse_cells(cells)
        if frame.height:
            told = open_delimited(lines).sheets[0] if (lines := lines_of(frame)) else sheet_of(name, frame)
            sheets[name] = replace(told, name=name, is_hidden=sheet.visible != SHOWN, is_1904=is_1904)
    return [*sheets.values()]
