"""How big a file may be before it is opened, so that no file can take the server's memory."""

from typing import Final

MEGABYTE: Final = 1024 * 1024
LARGEST_FILE: Final = 100 * MEGABYTE
LARGEST_UNPACKED: Final = 400 * MEGABYTE
"""What a workbook may unpack to. A year's return of the largest authority unpacks to under 30 MB."""
MOST_PARTS: Final = 2_000
"""Files inside one workbook."""
MOST_COLUMNS: Final = 500
LONGEST_LINE: Final = 1 * MEGABYTE
"""Bytes to the end of the first line: beyond it the file is no table."""
