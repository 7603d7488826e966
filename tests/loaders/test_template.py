"""The workbook that a borough fills in, and what comes back of it."""

import io
import re
import zipfile
from datetime import date
from html import escape, unescape
from typing import Final

import pytest

import loaders
from loaders import SOURCES
from loaders.source import EXAMPLE, Source
from loaders.template import write_template
from loaders.template.cell_formats import example
from tests.loaders.files import LATER, balances, csv_of, found

every_source = pytest.mark.parametrize("source", SOURCES, ids=lambda source: f"{source.slug}-{source.title}")
EPOCH: Final = date(1899, 12, 30)
ROWS: Final = 7


def template_of(source: Source) -> bytes:
    file = io.BytesIO()
    write_template(source, file)
    return file.getvalue()


def part(book: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        return unescape(parts.read(f"xl/{name}").decode())


def filled(source: Source, rows: int) -> bytes:
    """Write rows under the example as a spreadsheet does: dates as day numbers in cells of the column's format."""
    given, out = template_of(source), io.BytesIO()
    styles = re.findall(r'<col min="\d+" max="\d+" width="[\d.]+" style="(\d+)"', part(given, "worksheets/sheet1.xml"))
    lines = "".join(_line(source, row, styles) for row in range(3, rows + 3))
    with zipfile.ZipFile(io.BytesIO(given)) as parts, zipfile.ZipFile(out, "w") as book:
        for name in parts.namelist():
            content = parts.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", f"{lines}</sheetData>".encode())
            book.writestr(name, content)
    return out.getvalue()


def _line(source: Source, row: int, styles: list[str]) -> str:
    cells = [_cell(cell, style) for cell, style in zip(_cells(source, row), styles, strict=True)]
    return f'<row r="{row}">{"".join(cells)}</row>'


def _cells(source: Source, row: int) -> list[object]:
    """The example, with the row's own number in the columns that tell rows apart."""
    first = {"child": f"{row}", "urn": f"SC00000{row}", "service": f"Service {row}", "measure": f"Measure {row}"}
    years = {"mid_year": 2010 + row}
    return [(first | years).get(column.name) or example(column) for column in source.columns]


def _cell(cell: object, style: str) -> str:
    if cell is None:
        return f'<c s="{style}"/>'
    if isinstance(cell, str):
        return f'<c s="{style}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    number = (cell - EPOCH).days if isinstance(cell, date) else cell
    return f'<c s="{style}"><v>{number}</v></c>'


OURS: Final = ("costs", "needs", "incidents", "contracts", "providers", "population", "published")
every_pro_forma = pytest.mark.parametrize("slug", OURS)


def source_of(slug: str) -> Source:
    return next(source for source in SOURCES if source.slug == slug)


@every_source
def test_the_example_is_no_data(source: Source):
    reading = loaders.read(template_of(source), name=f"BRE_2027_{source.slug}.xlsx", today=LATER)
    assert (reading.refused, reading.source) == (None, source.slug)
    assert (reading.rows, reading.accepted, reading.set_aside, reading.blank) == (1, 0, 0, 1)
    assert found(reading) == [(2, None, "example", "info")]


@every_pro_forma
def test_as_many_rows_come_back_as_were_filled_in(slug: str):
    source = source_of(slug)
    reading = loaders.read(filled(source, ROWS), name=f"BRE_2025_{slug}.xlsx")
    assert (reading.refused, reading.accepted, reading.set_aside, reading.blank) == (None, ROWS, 0, 1)
    assert found(reading) == [(2, None, "example", "info")]
    assert balances(reading)


def test_dates_and_amounts_come_back_as_such():
    prices = loaders.read(filled(source_of("costs"), 2), name="BRE_2025_costs.xlsx").tables["costs"]
    assert prices.select("child", "started", "weekly_cost", "urn").rows() == [
        ("BRE-3", date(2023, 9, 5), 1020.0, "SC000003"),
        ("BRE-4", date(2023, 9, 5), 1020.0, "SC000004"),
    ]


@every_source
def test_every_closed_list_has_a_drop_down_of_its_whole_length(source: Source):
    book = template_of(source)
    closed = [column for column in source.columns if column.kind.choices]
    ranges = re.findall(r"<formula1>(Lists![^<]+)</formula1>", part(book, "worksheets/sheet1.xml"))
    assert len(ranges) == len(closed)
    lengths = [int(re.findall(r"\d+$", place)[0]) - 1 for place in ranges]
    assert lengths == [len(column.kind.choices) for column in closed]


@every_source
def test_every_column_says_what_it_means(source: Source):
    book = template_of(source)
    sheet, words = part(book, "worksheets/sheet1.xml"), part(book, "sharedStrings.xml")
    assert sheet.count("<dataValidation ") == len(source.columns) == sheet.count("prompt=")
    assert all(len(message) <= 255 for message in re.findall(r'prompt="([^"]*)"', sheet))
    for column in source.columns:
        assert column.meaning in words
        assert (f"{column.header} *" in words) or not column.required


def test_the_version_is_said_and_nothing_is_locked():
    book = template_of(source_of("costs"))
    assert f"Version of {source_of('costs').version}." in part(book, "sharedStrings.xml")
    assert "sheetProtection" not in part(book, "worksheets/sheet1.xml")


def test_an_example_row_is_passed_over_in_a_csv_too():
    rows = [["Child ID", "Cohort", "Went missing"], [EXAMPLE.lower(), "C", "soon"], ["7", "C", "13/11/2024"]]
    reading = loaders.read(csv_of(rows), name="BRE_2025_incidents.csv")
    assert (reading.rows, reading.accepted, reading.blank) == (2, 1, 1)
    assert (2, None, "example", "info") in found(reading)
