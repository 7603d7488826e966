"""Raw files for tests: the example row of a source, and small text tables as CSV, workbook or XML."""

import io
import os
import zipfile
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Final

import pytest
import xlsxwriter

import loaders
from loaders.reading.result import Reading
from loaders.source import Source

ROOT: Final = Path(__file__).parents[2]
SHARED: Final = Path(os.environ.get("SHARED_DATA", ROOT.parent / "shared" / "data"))
needs_shared_data: Final = pytest.mark.skipif(
    not SHARED.exists(), reason=f"the files to test against are not at {SHARED}; set SHARED_DATA to their folder"
)

LATER: Final = date(2028, 4, 1)
"""A day by which every return year of these tests has ended."""

Rows = list[list[str]]


def example(source: Source) -> Mapping[str, str]:
    """The example row of a source, by heading."""
    return {column.header: column.example for column in source.columns}


def rows_of(text: str) -> Rows:
    """Cells of a text table, headings first: a line a row, cells parted by `|`."""
    headings, *rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    return [headings, *rows]


def csv_of(rows: Sequence[Sequence[str]], separator: str = ",") -> bytes:
    """Rows as a CSV file of UTF-8, quoted where needed."""
    return "".join(separator.join(_quoted(cell, separator) for cell in row) + "\n" for row in rows).encode()


def _quoted(cell: str, separator: str) -> str:
    return f'"{cell}"' if separator in cell else cell


def workbook_of(
    sheets: Mapping[str, Sequence[Sequence[object]]], *, hidden: Collection[str] = (), very_hidden: Collection[str] = ()
) -> bytes:
    """Sheets of cells as an Excel workbook."""
    buffer, shown = io.BytesIO(), list[str]()
    with xlsxwriter.Workbook(buffer, {"default_date_format": "dd/mm/yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for line, row in enumerate(rows):
                sheet.write_row(line, 0, row)
            if name in hidden:
                sheet.hide()
            elif name in very_hidden:
                sheet.very_hidden()
            elif not shown:
                shown.append(name)
                sheet.set_first_sheet()
                sheet.activate()
    return buffer.getvalue()


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """Files as one ZIP."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in files.items():
            bundle.writestr(name, content)
    return buffer.getvalue()


def read_rows(rows: Sequence[Sequence[str]], name: str = "BRE/2025/file.csv", **options: object) -> Reading:
    """Read rows as a CSV file that Brent uploaded for the return year 2025."""
    return loaders.read(csv_of(rows), name=name, **{"today": LATER} | options)  # pyright: ignore[reportArgumentType]


def read_text(text: str, name: str = "BRE/2025/file.csv", **options: object) -> Reading:
    """Read a text table as a CSV file that Brent uploaded for the return year 2025."""
    return read_rows(rows_of(text), name, **options)


def found(reading: Reading) -> list[tuple[int | None, str | None, str, str]]:
    """Findings as (row, column, code, severity)."""
    return [row[1:5] for row in reading.findings.rows()]


def balances(reading: Reading) -> bool:
    """Whether every row is accounted for, and each row set aside is named by an error."""
    in_error = reading.findings.filter(severity="error").select("file", "row").n_unique()
    return reading.rows == reading.accepted + reading.set_aside + reading.blank and in_error == reading.set_aside
