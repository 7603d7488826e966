"""The kinds of slide, all of one layout: title, one line under it, what it shows, and a foot with the release."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.util import Inches, Pt

from dashboard.charts.palette import LIGHT
from dashboard.exports.pack.model import Pack

WIDE: Final = 13.333
HIGH: Final = 7.5
"""Inches: the size of a screen of 16 by 9."""

EDGE: Final = 0.6
TITLE_ONLY: Final = 5
"""The place of the layout with a title alone in the library's own template."""

TYPE: Final = "Arial"
"""A type that every machine has, which an edited presentation needs."""

SMALLEST: Final = 12


def colour(value: str) -> RGBColor:
    """Give a colour of the palette as Office writes it."""
    return RGBColor.from_string(value.removeprefix("#"))


def titled(deck: Any, pack: Pack, title: str, line: str, theme: str = "") -> Any:
    """Add a slide with its title and the line under that."""
    page = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    _place(page.shapes.title, 0.35, 0.75)
    _write(page.shapes.title.text_frame, [title], 24, LIGHT.focus, is_bold=True)
    if line:
        _write(_box(page, "About", 1.1, 0.75), [line], 13, LIGHT.muted)
    foot = " · ".join(part for part in (pack.banner, theme, pack.whose, str(len(deck.slides))) if part)
    _write(_box(page, "Foot", HIGH - 0.5, 0.35), [foot], SMALLEST, LIGHT.muted)
    return page


def cover(deck: Any, title: str, under: Sequence[str], facts: Sequence[str]) -> None:
    """Add the first slide: what the pack is, of whom and when, and what it was made from."""
    page = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    _place(page.shapes.title, 1.6, 0.9)
    _write(page.shapes.title.text_frame, [title], 38, LIGHT.focus, is_bold=True)
    _write(_box(page, "Of", 2.6, 1.0), under, 22, LIGHT.text)
    _write(_box(page, "About this pack", 4.2, 2.6), facts, 14, LIGHT.muted)


def bullets(deck: Any, pack: Pack, title: str, sentences: Sequence[str]) -> None:
    """Add a slide of sentences."""
    page = titled(deck, pack, title, "")
    _write(_box(page, "Sentences", 1.3, 5.2), [f"• {words}" for words in sentences], 18, LIGHT.text, space=8)


def table(
    deck: Any,
    pack: Pack,
    title: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    wide: Sequence[float],
    notes: Sequence[str],
) -> None:
    """Add a slide with a table. `wide` are its columns in inches."""
    page = titled(deck, pack, title, "")
    size = (Inches(EDGE), Inches(1.15), Inches(sum(wide)), Inches(0.4 * (len(rows) + 1)))
    frame = page.shapes.add_table(len(rows) + 1, len(heads), *size)
    _describe(frame, title, f"Table: {', '.join(heads)}.")
    for place, inches in enumerate(wide):
        frame.table.columns[place].width = Inches(inches)
    for line, cells in enumerate([heads, *rows]):
        for place, words in enumerate(cells):
            _cell(frame.table.cell(line, place), words, is_head=line == 0)
    note(page, notes)


def note(page: Any, lines: Sequence[str]) -> None:
    """Write the notes of a slide."""
    page.notes_slide.notes_text_frame.text = "\n".join(lines)


def _cell(cell: Any, words: str, *, is_head: bool) -> None:
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.fill.solid()
    cell.fill.fore_color.rgb = colour(LIGHT.focus if is_head else LIGHT.background)
    ink = LIGHT.background if is_head else LIGHT.text
    _write(cell.text_frame, [words], SMALLEST, ink, is_bold=is_head)


def _describe(frame: Any, name: str, words: str) -> None:
    properties = frame._element.nvGraphicFramePr.cNvPr
    properties.set("name", name)
    properties.set("descr", words)


def described(frame: Any, name: str, words: str) -> None:
    """Give a chart or a table its name and its alternative text."""
    _describe(frame, name, words)


def _place(shape: Any, top: float, high: float) -> None:
    shape.left, shape.top, shape.width, shape.height = (Inches(each) for each in (EDGE, top, WIDE - 2 * EDGE, high))


def _box(page: Any, name: str, top: float, high: float) -> Any:
    box = page.shapes.add_textbox(Inches(EDGE), Inches(top), Inches(WIDE - 2 * EDGE), Inches(high))
    box.name = name
    return box.text_frame


def _write(frame: Any, lines: Sequence[str], size: int, ink: str, *, is_bold: bool = False, space: int = 2) -> None:
    frame.word_wrap = True
    for at, words in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_after = 1, Pt(space)
        run = paragraph.add_run()
        run.text, font = words, run.font
        font.name, font.size, font.bold, font.color.rgb = TYPE, Pt(size), is_bold, colour(ink)
        font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
