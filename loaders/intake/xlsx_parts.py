"""The parts of a workbook, looked through before it is opened: what it would take to hold it."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO, Final

from loaders.intake import limits
from loaders.intake.kinds_of_file import refuse_other_zip
from loaders.intake.xlsx_extent import Seen
from loaders.reading.result import RefusedError

CONTENTS: Final = "[content_types].xml"
"""The part that every document of Office has and no other ZIP does."""
BOOK: Final = "xl/workbook.xml"
BROKEN: Final = "The workbook cannot be opened: it is damaged or locked with a password. Save it again as .xlsx."

PIECE: Final = limits.MEGABYTE
FROM_1904: Final = re.compile(rb"""<(?:\w+:)?workbookPr\b[^>]*\bdate1904\s*=\s*["'](?:1|true|on)["']""")


@dataclass
class Inside:
    """What was seen: the largest sheet's cells with the blank ones among them, all cells, the longest shared text.

    `uncalculated` counts cells whose formula has no value, because nothing ever calculated it. `is_1904` is true of a
    workbook that counts its days from 1904, as Excel for the Mac did.
    """

    box: int = 0
    cells: int = 0
    longest: int = 0
    uncalculated: int = 0
    hidden_rows: int = 0
    is_1904: bool = False


def looked_through(content: bytes) -> Inside:
    """Read every part a little at a time. Raises `RefusedError` where it lies, is damaged, or would take too much."""
    inside = Inside()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            refuse_parts(book.infolist())
            refuse_other_zip(book.infolist(), BOOK, CONTENTS)
            for part in book.infolist():
                with book.open(part) as stream:
                    _look(stream, inside)
                if part.filename.replace("\\", "/").lower() == BOOK:
                    with book.open(part) as stream:
                        inside.is_1904 = FROM_1904.search(stream.read(PIECE)) is not None
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError, ValueError, zlib.error) as error:
        raise RefusedError(BROKEN) from error
    limits.refuse_cells(inside.box)
    _refuse_strings(inside)
    return inside


def refuse_parts(parts: list[zipfile.ZipInfo]) -> None:
    """Raise `RefusedError` where a ZIP says that it unpacks to too much."""
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.LARGEST_UNPACKED or len(parts) > limits.MOST_PARTS:
        raise RefusedError(f"The file unpacks to {unpacked // limits.MEGABYTE:,} MB in {len(parts):,} parts: too big.")


def _refuse_strings(inside: Inside) -> None:
    """Each cell that points to a shared string gets a copy of it."""
    if inside.longest * inside.cells > limits.LARGEST_SHARED:
        raise RefusedError(
            "The workbook repeats long text in so many cells that it cannot be read. Shorten it, or save it as CSV."
        )


def _look(stream: IO[bytes], inside: Inside) -> None:
    seen = Seen()
    while piece := stream.read(PIECE):
        seen.piece(piece)
        seen.refuse_long_text()
    seen.piece(b"<")
    inside.box = max(inside.box, seen.box())
    inside.cells += seen.cells
    inside.longest = max(inside.longest, seen.longest_string())
    inside.uncalculated += seen.uncalculated
    inside.hidden_rows += seen.hidden_rows
