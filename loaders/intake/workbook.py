"""Excel workbooks: every sheet, every cell as text. Macros never run and formulas count only as their last value."""

import io
import zipfile
import zlib
from typing import Final

import fastexcel

from loaders.intake import limits
from loaders.intake.sheet import Sheet, sheet_of
from loaders.reading import RefusedError

ZIP: Final = b"PK\x03\x04"
CONTENTS: Final = "[Content_Types].xml"
"""The part that every workbook has and no other ZIP does."""
OLD_EXCEL: Final = b"\xd0\xcf\x11\xe0"
BROKEN: Final = "The workbook cannot be opened: it is damaged or locked with a password. Save it again as .xlsx."


def open_workbook(content: bytes) -> list[Sheet]:
    """Read a workbook, one sheet each; sheets with nothing on them are left out."""
    _refuse_bombs(content)
    try:
        book = fastexcel.read_excel(content)
        loaded = [
            (name, book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars())
            for name in book.sheet_names
        ]
    except fastexcel.FastExcelError as error:
        raise RefusedError(BROKEN) from error
    return [sheet_of(name, frame) for name, frame in loaded if frame.height]


def _refuse_bombs(content: bytes) -> None:
    """Refuse a workbook by what it says it unpacks to; then see, a little at a time, that it says the truth."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            _refuse_big(book.infolist())
            damaged = book.testzip()
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, zlib.error) as error:
        raise RefusedError(BROKEN) from error
    if damaged:
        raise RefusedError(BROKEN)


def _refuse_big(parts: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.LARGEST_UNPACKED or len(parts) > limits.MOST_PARTS:
        raise RefusedError(f"The file unpacks to {unpacked // limits.MEGABYTE:,} MB in {len(parts):,} parts: too big.")
    if not any(part.filename == CONTENTS for part in parts):
        raise RefusedError("The file is a ZIP. Unpack it and upload its files, or load it from the command line.")
