"""Quotes that do not pair up, so that one cell swallows the rows after it: then each line is a row of its own."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final, NamedTuple

import polars as pl

LOOKED_AT: Final = 40
"""Lines that tell how many cells a row has, and within which the first row must stand."""
SHAPES_OF: Final = 1_000
"""Rows whose first cells tell what the start of a row looks like."""

Cells = list[str]


class Lines(NamedTuple):
    """Every line as a row of its own, its quotes as they should be; None where that cannot be.

    `odd` is then the first line that has another number of cells than the others.
    """

    text: str | None
    odd: int | None = None


def by_line(text: str, separator: str) -> Lines:
    """Write each line again, read by itself in whichever quoting gives it as many cells as most have."""
    lines = text.removesuffix("\n").split("\n")
    width = _usual_width(lines, separator)
    has_begun = False
    for at, line in enumerate(lines):
        count = line.count(separator) + 1
        if '"' in line:
            cells = _cells(line, separator, width)
            count, lines[at] = len(cells), separator.join(_quoted(cell, separator) for cell in cells)
        is_right = count == width or not lines[at].replace(separator, "").strip()
        if not is_right and (has_begun or at >= LOOKED_AT):
            return Lines(None, at + 1)
        has_begun |= count == width
    return Lines("\n".join([*lines, ""]))


def _quoted(cell: str, separator: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if separator in cell or doubled != cell else cell


def row_swallowed(frame: pl.DataFrame, separator: str, width: int) -> int | None:
    """Give the first row with a cell in which a further row seems to begin; None where there is none.

    A cell that goes on to another row holds nearly as many separators as the rows that it swallowed.
    """
    starts = [_shapes(frame.to_series(at)) for at in range(min(2, frame.width))]
    for column, cells in enumerate(frame.iter_columns()):
        joined = cells.str.contains("\n", literal=True).fill_null(value=False).arg_true()
        for row, cell in zip(joined, cells[joined], strict=True):
            further = cell.split("\n")[1:]
            is_full = cell.count(separator) >= len(further) * (width - 1) - column
            if is_full and any(_begins_like(line, separator, starts) for line in further):
                return row + 1
    return None


def joins_cells(frame: pl.DataFrame, text: bytes, separator: str, width: int) -> bool:
    """Whether a quote that does not pair up made one cell of several in a line: by itself the line parts as it should.

    A row of the frame is a line of the text.
    """
    holds = frame.select(pl.any_horizontal(pl.all().str.contains(separator, literal=True)).fill_null(value=False))
    at = holds.to_series().arg_true()
    if at.is_empty():
        return False
    lines = pl.Series(text.decode().split("\n"))[at]
    parted = lines.filter(lines.str.count_matches(separator, literal=True) == width - 1)
    return any(_doubled(line, separator) is None for line in parted)


def _begins_like(line: str, separator: str, starts: list[set[str]]) -> bool:
    """Whether the first two cells of a line are such as rows begin with; a word alone is no sign."""
    shapes = [_shape(cell) for cell in line.split(separator, 2)[:2]]
    is_alike = len(shapes) == len(starts) == 2 and all(map(set.__contains__, starts, shapes))
    return is_alike and any("9" in shape for shape in shapes)


def _shapes(cells: pl.Series) -> set[str]:
    return {_shape(cell or "") for cell in cells.head(SHAPES_OF) if "\n" not in (cell or "")}


def _shape(cell: str) -> str:
    """What a cell looks like: 01/05/2024 is 99/99/9999, Oak Lodge is Aa Aa."""
    letters = re.sub(r"[^\W\d_]+", "a", cell.strip().strip('"'))
    return re.sub(r"\d", "9", letters)


def _usual_width(lines: list[str], separator: str) -> int:
    widths = [len(_doubled(line, separator) or line.split(separator)) for line in islice(lines, LOOKED_AT)]
    return Counter(width for width in widths if width > 1).most_common(1)[0][0] if max(widths) > 1 else 1


def _cells(line: str, separator: str, width: int) -> Cells:
    """Cells of a line with quotes, in the first quoting that gives it the right number of them."""
    read = (quoting(line, separator) for quoting in QUOTINGS)
    return next((cells for cells in read if cells and len(cells) == width), line.split(separator))


def _doubled(line: str, separator: str) -> Cells | None:
    """Quotes within a cell are doubled, as they should be."""
    return _strictly(csv.reader([line], delimiter=separator, strict=True))


def _escaped(line: str, separator: str) -> Cells | None:
    """A backslash stands before a quote within a cell."""
    reader = csv.reader([line], delimiter=separator, escapechar="\\", doublequote=False, strict=True)
    return _strictly(reader)


def _strictly(reader: Iterator[Cells]) -> Cells | None:
    try:
        return next(reader, [])
    except csv.Error:
        return None


def _left_alone(line: str, separator: str) -> Cells:
    """Quotes within a cell stand as they are: only one before a separator or the line's end closes it."""
    return _closed_before(line, separator, "\n")


def _never_closed(line: str, separator: str) -> Cells:
    """The same, but a cell that is not closed before the next that is quoted ends at its separator."""
    return _closed_before(line, separator, f'{separator}"')


def _closed_before(line: str, separator: str, limit: str) -> Cells:
    """Cells, those quoted that are closed before `limit`. Looked for once only: a line may hold nothing but quotes."""
    line += separator
    cells: Cells = []
    at, closes, limited = 0, -1, -1
    while at < len(line):
        if closes <= at:
            closes = _find(line, f'"{separator}', at + 1)
        if limited <= at:
            limited = _find(line, limit, at + 1)
        is_quoted = line[at] == '"' and closes < min(limited, len(line))
        end = closes + 1 if is_quoted else line.index(separator, at)
        cells.append(_bare(line[at:end]))
        at = end + 1
    return cells


def _find(line: str, sought: str, at: int) -> int:
    """Give where something stands next; past the end where it does not."""
    found = line.find(sought, at)
    return len(line) if found < 0 else found


def _ordinary(line: str, separator: str) -> Cells:
    """Quotes part nothing."""
    return [_bare(cell) for cell in line.split(separator)]


def _bare(cell: str) -> str:
    """A cell without the quotes around it, or the one that opens it and is never closed."""
    if not cell.startswith('"'):
        return cell
    within = cell[1:-1] if len(cell) > 1 and cell.endswith('"') else cell[1:]
    return within.replace('""', '"').replace('\\"', '"')


QUOTINGS: Final[tuple[Callable[[str, str], Cells | None], ...]] = (
    _doubled,
    _escaped,
    _left_alone,
    _never_closed,
    _ordinary,
)
"""Ways in which quotes are written, the commonest first."""
