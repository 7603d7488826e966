"""The pack on paper: PDF/UA-1 as far as a program can tell, read in order, and the same bytes each time."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from dashboard.exports.pack.model import Pack
from dashboard.exports.pack.pdf import as_pdf
from tests.conftest import Tables


@pytest.fixture(scope="module")
def file(content: Pack) -> bytes:
    return as_pdf(content)


@pytest.fixture(scope="module")
def pdf(file: bytes) -> PdfReader:
    return PdfReader(BytesIO(file))


@pytest.fixture(scope="module")
def text(pdf: PdfReader) -> str:
    return " ".join(_plain(page.extract_text()) for page in pdf.pages)


def _plain(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for each in node:
            yield from _elements(each)
    elif isinstance(node, dict):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node["/K"])


def test_it_says_that_it_is_tagged_and_for_everyone(pdf: PdfReader):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] is True or root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r"pdfuaid:part[^0-9]*1", xmp)
    assert pdf.metadata is not None
    assert str(pdf.metadata.title).startswith("Placement commissioning: board pack: Consortium, ")


def test_every_picture_has_words(pdf: PdfReader, content: Pack):
    figures = [each for each in _elements(pdf.trailer["/Root"]["/StructTreeRoot"]) if each["/S"] == "/Figure"]
    drawn = sum(len(section.findings) for section in content.sections) + len(content.headlines)
    assert len(figures) == drawn
    assert all(len(str(each.get("/Alt", ""))) > 20 for each in figures)


def test_no_text_stands_outside_what_is_tagged_or_marked_as_no_content(pdf: PdfReader):
    for page in pdf.pages:
        depth = 0
        for _, operator in ContentStream(page["/Contents"].get_object(), pdf).operations:
            depth += (operator in (b"BDC", b"BMC")) - (operator == b"EMC")
            assert depth > 0 or operator not in (b"Tj", b"TJ"), page.page_number


def test_headings_and_tables_are_tagged_and_in_the_outline(pdf: PdfReader, content: Pack):
    kinds = [each["/S"] for each in _elements(pdf.trailer["/Root"]["/StructTreeRoot"])]
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/L"} <= set(kinds)
    titles = [str(each.title) for each in pdf.outline if not isinstance(each, list)]
    themes = [section.theme.heading for section in content.sections]
    assert titles == ["Summary: Consortium", content.boroughs.title, *themes, "What the figures rest on"]


def test_the_text_is_read_in_order(text: str, content: Pack):
    at = 0
    for section in content.sections:
        titles = [finding.title for finding in section.findings]
        for words in (section.theme.heading, *section.narrative, *titles[:2], section.table.title):
            at = text.index(_plain(words), at)
    assert text.index("What the figures rest on", at) > at


def test_every_figure_of_a_table_is_printed(text: str, content: Pack):
    for section in content.sections:
        at = text.index(section.table.title)
        for _, cells in section.table.rows:
            for cell in cells:
                at = text.index(cell.text, at)


def test_every_page_says_its_release(pdf: PdfReader, content: Pack):
    assert [page for page in pdf.pages if content.banner not in _plain(page.extract_text())] == []


def test_it_is_a4_in_the_house_s_type(pdf: PdfReader):
    assert {tuple(sorted(round(float(side)) for side in page.mediabox[2:])) for page in pdf.pages} == {(595, 842)}
    fonts = {
        str(font["/BaseFont"]) for page in pdf.pages for font in map(_object, page["/Resources"]["/Font"].values())
    }
    assert {name.partition("+")[2] for name in fonts} == {"SourceSans3-Regular", "SourceSans3-Semibold"}


def _object(each: Any) -> Any:
    return each.get_object()


def test_no_child_and_no_provider_is_named(text: str, loaded: Tables):
    columns = [("episodes", "child"), ("episodes", "provider"), ("providers", "provider")]
    names = {str(name) for table, column in columns for name in loaded[table].collect()[column].drop_nulls()}
    assert [name for name in names if len(name) > 3 and name in text] == []


def test_it_is_the_same_to_the_byte(file: bytes, content: Pack):
    assert as_pdf(content) == file
