"""Excel workbooks: every sheet, every cell as text. Macros never run and formulas count only as their last value."""

from typing import Final

import fastexcel
import polars as pl

from loaders.intake import limits
from loaders.intake.parts import BROKEN, looked_through
from loaders.intake.sheet import Sheet, sheet_of
from loaders.reading import RefusedError

ZIP: Final = b"PK\x03\x04"
OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"


def open_workbook(content: bytes) -> list[Sheet]:
    """Read a workbook, one sheet each; sheets with nothing on them are left out."""
    inside = looked_through(content)
    try:
        book = fastexcel.read_excel(content)
        frames = _frames(book)
    except fastexcel.FastExcelError as error:
        raise RefusedError(BROKEN) from error
    first = next(iter(frames), None)
    return [sheet_of(name, frame, (), inside.uncalculated * (name == first)) for name, frame in frames.items()]


def _frames(book: fastexcel.ExcelReader) -> dict[str, pl.DataFrame]:
    """Sheets by name. Counted as they are read: a workbook may name one big sheet many times."""
    frames: dict[str, pl.DataFrame] = {}
    cells = 0
    for name in book.sheet_names:
        frame = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()
        limits.refuse_columns(frame.width)
        cells += frame.height * frame.width
        limits.refuse_cells(cells)
        if frame.height:
            frames[name] = frame
    return frames
