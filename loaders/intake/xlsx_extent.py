"""What can be seen of a sheet in its raw XML, piece by piece: how far it reaches, and how long its texts are.

Every count errs upwards: a sheet that lies must not look smaller than it is.
"""

import re
from itertools import pairwise
from typing import Final

from loaders.reading.result import RefusedError

PLACE: Final = re.compile(rb' r="([A-Z]{1,3})([0-9]+)"')
"""Where a cell stands, as every spreadsheet writes it."""
ODD_PLACE: Final = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]{0,9})([0-9]{1,9})["']""")
"""The same as it may be written; slow to look for."""
CELL: Final = re.compile(rb"<(?:\w+:)?c[\s>/]")
ROW: Final = re.compile(rb"<(?:\w+:)?row\b")
STRING: Final = re.compile(rb"<(?:\w+:)?si\b")
UNCALCULATED: Final = re.compile(rb"</f>(?:<v\s*/>|<v></v>)?</c>|<f [^>]*/>(?:<v\s*/>|<v></v>)?</c>")
HIDDEN_ROW: Final = re.compile(rb"""<(?:\w+:)?row\b[^>]*\shidden\s*=\s*["'](?:1|true)["']""")
LONGEST_TEXT: Final = 1024 * 1024
CARRIED: Final = 3 * 1024 * 1024
"""Bytes of an unfinished tag that are kept for the next piece, at most."""


class Seen:
    """What was seen of one part of a workbook so far."""

    def __init__(self) -> None:
        self.cells = self.uncalculated = self.hidden_rows = 0
        self.has_long_text = False
        self._placed = self._rows = self._last_row = 0
        self._columns: set[bytes] = set()
        self._widest = self._this_row = 0
        self._at = self._longest = 0
        self._string: int | None = None
        self._before = b""

    def piece(self, piece: bytes) -> None:
        """Look at the next piece."""
        looked_at = self._before + piece
        looked_at, self._before = _whole(looked_at)
        self.has_long_text |= len(self._before) > LONGEST_TEXT
        self._see_places(looked_at)
        self._see_strings(looked_at)
        if b"</f>" in looked_at or b"<f " in looked_at:
            self.uncalculated += len(UNCALCULATED.findall(looked_at))
        if b"hidden" in looked_at:
            self.hidden_rows += len(HIDDEN_ROW.findall(looked_at))
        self._at += len(looked_at)

    def box(self) -> int:
        """Cells of the box around all that is there. Cells that do not say where they stand count on from the last."""
        said = max((_number(letters) for letters in self._columns), default=0)
        columns = said if self._placed >= self.cells else said + self._widest
        return columns * max(self._last_row, self._rows)

    def refuse_long_text(self) -> None:
        """Raise `RefusedError` where a sheet or its shared strings hold a text that no cell of Excel can."""
        if self.has_long_text and (self.cells or self._string is not None):
            raise RefusedError(
                "A cell of the workbook holds over 1 MB of text. Shorten it and save the workbook again."
            )

    def longest_string(self) -> int:
        """Bytes of the longest shared string, marks and all; none where the part holds no shared strings."""
        return max(self._longest, 0 if self._string is None else self._at + len(self._before) - self._string)

    def _see_places(self, piece: bytes) -> None:
        cells = self.cells
        self._see_rows(piece)
        places = PLACE.findall(piece)
        if len(places) < self.cells - cells:
            places = ODD_PLACE.findall(piece)
        columns = {column for column, _ in places if column}
        self._placed += sum(1 for column, _ in places if column)
        self._columns |= columns
        self._last_row = max(self._last_row, max((int(row) for row in {row for _, row in places}), default=0))

    def _see_rows(self, piece: bytes) -> None:
        first, *others = [len(CELL.findall(row)) for row in ROW.split(piece)]
        self.cells += first + sum(others)
        self._rows += len(others)
        self._this_row += first
        self._widest = max(self._widest, self._this_row, *others)
        self._this_row = others[-1] if others else self._this_row

    def _see_strings(self, piece: bytes) -> None:
        starts = [self._at + found.start() for found in STRING.finditer(piece)]
        known = starts if self._string is None else [self._string, *starts]
        self._longest = max(self._longest, *(after - before for before, after in pairwise(known)), 0)
        self._string = known[-1] if known else None


def _whole(piece: bytes) -> tuple[bytes, bytes]:
    """What is there up to the last tag, and the tag with the text after it, which the next piece may finish."""
    last = piece.rfind(b"<")
    return (piece[:last], piece[last:]) if last >= 0 and len(piece) - last < CARRIED else (piece, b"")


def _number(letters: bytes) -> int:
    """A column's number: A is 1, XFD 16,384."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
