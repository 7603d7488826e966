"""How big a file may be before it is opened, so that no file can take the server's memory."""

from typing import Final

from loaders.reading.result import RefusedError

MEGABYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 100 * MEGABYTE
LARGEST_XML: Final = 30 * MEGABYTE
"""Bytes of an XML return. A large authority's year has under 10 MB."""
LARGEST_UNPACKED: Final = 200 * MEGABYTE
"""What a workbook or ZIP may unpack to. A year's return of the largest authority unpacks to under 30 MB."""
MOST_PARTS: Final = 2_000
"""Files inside one workbook or ZIP."""
MOST_COLUMNS: Final = 500
MOST_ROWS: Final = 1_048_576
"""Rows of one table, as many as a sheet of Excel has."""
MOST_CELLS: Final = 12_000_000
"""Cells of one file, blank ones among them. England's looked after children by authority are under a million."""
LONGEST_LINE: Final = 1 * MEGABYTE
"""Bytes of a line or a cell: beyond it the file is no table."""
LARGEST_SHARED: Final = 400 * MEGABYTE
"""What the text that a workbook's cells share may come to, were the longest of it in every cell."""
READ_SLOWLY: Final = 8 * MEGABYTE
"""Up to which a file with odd quotes is read row by row."""
MOST_ELEMENTS: Final = 1_000_000
"""Elements of an XML return. A large authority's year has a fifth of that."""
MOST_IN_A_CHILD: Final = 10_000
"""Elements of one child in an XML return."""
DEEPEST: Final = 20
"""Elements within one another in an XML return, which has five."""


def refuse_columns(width: int) -> None:
    """Raise `RefusedError` where there are more columns than any source has."""
    if width > MOST_COLUMNS:
        raise RefusedError(f"The file has {width:,} columns. No source has more than {MOST_COLUMNS}.")


def refuse_cells(cells: int) -> None:
    """Raise `RefusedError` where there are more cells than a file may have."""
    if cells > MOST_CELLS:
        raise RefusedError(
            f"The file has {cells:,} cells, blank ones among them; the most is {MOST_CELLS:,}. "
            "Take out empty rows and columns, or split it."
        )


def refuse_rows(rows: int) -> None:
    """Raise `RefusedError` where there are more rows than a sheet of Excel has."""
    if rows > MOST_ROWS:
        raise RefusedError(f"The file has {rows:,} rows, blank ones among them; the most is {MOST_ROWS:,}. Split it.")
