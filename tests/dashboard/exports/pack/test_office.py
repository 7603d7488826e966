"""The pack as slides and as a workbook: their numbers read back, accessible, safe, and the same bytes each time."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

import fastexcel
import pytest
from pptx import Presentation

from dashboard.exports.pack.model import Pack
from dashboard.exports.pack.pptx import as_pptx
from dashboard.exports.pack.pptx_figures import chart_data, chart_type, grid
from dashboard.exports.pack.reproducible import settled
from dashboard.exports.pack.xlsx import as_xlsx
from dashboard.exports.pack.xlsx_content import sheets


@pytest.fixture(scope="module")
def slides(content: Pack) -> bytes:
    return as_pptx(content)


@pytest.fixture(scope="module")
def book(content: Pack) -> bytes:
    return as_xlsx(content)


def test_a_slide_says_one_finding_and_draws_it_with_its_own_figures(slides: bytes, content: Pack):
    charts = [page for page in Presentation(BytesIO(slides)).slides if any(shape.has_chart for shape in page.shapes)]
    findings = [finding for section in content.sections for finding in section.findings]
    assert [page.shapes.title.text_frame.text for page in charts] == [finding.title for finding in findings]
    for page, finding in zip(charts, findings, strict=True):
        chart = next(shape.chart for shape in page.shapes if shape.has_chart)
        drawn = [(series.name, tuple(series.values)) for series in chart.plots[0].series]
        assert drawn == list(grid(finding).series)


def test_bars_begin_at_nought(slides: bytes, content: Pack):
    charts = [shape.chart for page in Presentation(BytesIO(slides)).slides for shape in page.shapes if shape.has_chart]
    findings = [finding for section in content.sections for finding in section.findings]
    for chart, finding in zip(charts, findings, strict=True):
        if finding.kind != "line" and min(point.figure.value or 0 for point in finding.points) >= 0:
            assert chart.value_axis.minimum_scale == 0


def test_every_slide_has_a_title_and_says_its_release_and_charts_have_words_and_notes(slides: bytes, content: Pack):
    cover, *pages = Presentation(BytesIO(slides)).slides
    assert cover.shapes.title.text_frame.text == content.title
    for page in pages:
        assert page.shapes.title.text_frame.text
        assert any(shape.has_text_frame and content.banner in shape.text_frame.text for shape in page.shapes)
        for shape in page.shapes:
            if shape.has_chart:
                assert len(shape._element.nvGraphicFramePr.cNvPr.get("descr")) > 20
                assert "Source: " in page.notes_slide.notes_text_frame.text


def test_a_part_that_is_hidden_hides_what_it_is_put_together_with(content: Pack):
    for section in content.sections:
        for finding in section.findings:
            own = {(point.who, point.month, point.part): point.figure.value for point in finding.points}
            laid = dict(grid(finding).series)
            rest = [key for key in own if key[2] not in finding.kept] if finding.kind == "stacked" else []
            hidden = {key[:2] for key in rest if own[key] is None}
            assert sum(value is None for value in laid.get("Other", ())) >= len(hidden)


def test_every_sheet_of_the_workbook_holds_its_figures(book: bytes, content: Pack):
    read = fastexcel.read_excel(book)
    told = sheets(content)
    assert read.sheet_names == ["Cover", *(sheet.name for sheet in told)]
    for sheet in told:
        rows = read.load_sheet(sheet.name, header_row=len(sheet.notes) + 1, dtypes="string").to_polars()
        assert tuple(rows.columns) == sheet.headings
        for found, row in zip(rows.iter_rows(), sheet.rows, strict=True):
            assert [(cell, value) for cell, value in zip(found, row, strict=True) if not _same(cell, value)] == []


def _same(cell: str | None, value: str | float) -> bool:
    if isinstance(value, str):
        return (cell or "").removeprefix("'") == value.removeprefix("'")
    return cell is not None and float(cell) == pytest.approx(value, rel=1e-8)


def test_the_cover_explains_every_mark_and_nothing_is_merged_or_runs(book: bytes, content: Pack):
    cover = fastexcel.read_excel(book).load_sheet("Cover", header_row=None, dtypes="string").to_polars().rows()
    assert set(content.marks) <= set(cover)
    with ZipFile(BytesIO(book)) as parts:
        pages = [parts.read(name).decode() for name in parts.namelist() if "worksheets/sheet" in name]
        tables = [name for name in parts.namelist() if "tables/table" in name]
    assert len(tables) == len(pages) - 1
    assert not any("<mergeCell" in page or "<f>" in page for page in pages)
    assert all("<pane" in page for page in pages[1:])


@pytest.mark.parametrize("name", ["=1+1", " @SUM(A1)", "＋1", "\t-1"])
def test_the_workbook_within_a_slide_runs_no_name_that_was_handed_in(content: Pack, name: str):
    finding = next(each for section in content.sections for each in section.findings if each.kind == "bar")
    told = replace(finding, points=tuple(replace(point, who=f"{name}{point.who}") for point in finding.points))
    slides = Presentation()
    page = slides.slides.add_slide(slides.slide_layouts[6])
    chart = page.shapes.add_chart(chart_type(told), 0, 0, 9, 9, chart_data(told)).chart
    with ZipFile(BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as parts:
        sheet, words = (parts.read(f"xl/{part}.xml").decode() for part in ("worksheets/sheet1", "sharedStrings"))
    assert "<f>" not in sheet
    assert "'" in words


def test_they_are_the_same_to_the_byte(slides: bytes, book: bytes, content: Pack):
    assert as_pptx(content) == slides
    assert as_xlsx(content) == book


def _zipped(written: str, inside: bytes | None = None) -> bytes:
    core = f'<p><dcterms:created xsi:type="W3CDTF">{written}</dcterms:created><dc:title>A</dc:title></p>'
    out = BytesIO()
    with ZipFile(out, "w") as parts:
        parts.writestr("docProps/core.xml", core)
        if inside:
            parts.writestr("embeddings/book.xlsx", inside)
    return out.getvalue()


def test_no_moment_of_writing_is_left_however_deep():
    moment = datetime(2026, 10, 1, 9, tzinfo=UTC)
    one, other = (_zipped(at, _zipped(at)) for at in ("2026-11-01T00:00:00Z", "2027-11-01T00:00:00Z"))
    assert settled(one, moment) == settled(other, moment)
    with ZipFile(BytesIO(settled(one, moment))) as parts:
        assert b"2026-10-01T09:00:00Z" in parts.read("docProps/core.xml")
