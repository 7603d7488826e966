"""How the sheets of a pack are laid out: accessible, tidy, and safe to open."""

from collections.abc import Sequence
from io import BytesIO
from typing import Final

import polars as pl
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.exports.pack.model import Pack
from dashboard.exports.pack.pdf import about
from dashboard.exports.pack.reproducible import settled
from dashboard.exports.pack.xlsx_content import FIGURE, Sheet, Value, sheets
from loaders.findings_workbook import SAFE
from loaders.spreadsheet_safety import harmless, headings

WIDEST: Final = 60
"""Letters of the widest column; longer text is wrapped."""

HOW: Final = (
    ("How to read it", "Each sheet after this one has one table, named, under its title and notes."),
    ("Layout", "Nothing is merged or hidden, and no colour means anything."),
    ("Shorthand", "Where a figure may not be shown or is not there, its mark stands in its place:"),
)


def as_xlsx(pack: Pack) -> bytes:
    """Give the workbook. The same pack gives the same bytes."""
    out, told = BytesIO(), sheets(pack)
    with xlsxwriter.Workbook(out, SAFE) as book:
        facts = {"title": f"{pack.title}: {pack.whose}, {pack.period}", "author": pack.made_by}
        book.set_properties(facts | {"comments": pack.banner, "created": pack.moment.replace(tzinfo=None)})
        _cover(book, pack, told)
        for sheet in told:
            _put(book, sheet)
    return settled(out.getvalue(), pack.moment)


def _cover(book: Workbook, pack: Pack, told: Sequence[Sheet]) -> None:
    sheet: Worksheet = book.add_worksheet("Cover")
    sheet.fit_to_pages(1, 0)
    bold, large, wrapped = _formats(book)
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)
    lines: list[tuple[str, str]] = [*about(pack), *HOW]
    lines += [*pack.marks, ("Sheets", "What each of them holds:")] + [(each.name, each.title) for each in told]
    sheet.write_string(0, 0, pack.title, large)
    for line, (name, words) in enumerate(_safe(lines), start=1):
        sheet.write_string(line, 0, name, bold)
        sheet.write_string(line, 1, words, wrapped)


def _put(book: Workbook, told: Sheet) -> None:
    sheet: Worksheet = book.add_worksheet(told.name)
    _, large, wrapped = _formats(book)
    top = len(told.notes) + 1
    for line, (words,) in enumerate(_safe([(told.title,), *((note,) for note in told.notes)])):
        sheet.write_string(line, 0, words, large if line == 0 else None)
    columns = [{"header": name} for name in headings(list(told.headings))]
    place = (top, 0, top + len(told.rows), len(told.headings) - 1)
    name = told.name.replace(" ", "_")
    sheet.add_table(*place, {"columns": columns, "name": name, "style": "Table Style Light 1", "banded_rows": False})
    sheet.freeze_panes(top + 1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    formats = {code: book.add_format({"num_format": code}) for code in dict.fromkeys(told.formats)}
    for line, row in enumerate(told.rows):
        number = formats[told.formats[line]] if told.formats else None
        for at, value in enumerate(row):
            _write(sheet, (top + 1 + line, at), value, number if told.headings[at] in FIGURE[:3] else None, wrapped)
    for at, heading in enumerate(told.headings):
        longest = max((len(str(row[at])) for row in told.rows if isinstance(row[at], str)), default=0)
        sheet.set_column(at, at, min(max(longest, len(heading) + 4, 10) + 1, WIDEST))


def _write(sheet: Worksheet, at: tuple[int, int], value: Value, number: Format | None, wrapped: Format) -> None:
    if isinstance(value, str):
        ((words,),) = _safe([(value,)])
        sheet.write_string(*at, words, wrapped)
    else:
        sheet.write_number(*at, value, number)


def _safe(lines: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    return list(harmless(pl.DataFrame(lines, orient="row")).iter_rows())


def _formats(book: Workbook) -> tuple[Format, Format, Format]:
    wrapped = {"text_wrap": True, "valign": "top"}
    return (
        book.add_format({"bold": True, **wrapped}),
        book.add_format({"bold": True, "font_size": 16}),
        book.add_format(wrapped),
    )
