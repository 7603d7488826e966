"""The sheets beside the one to fill in: what the columns mean, and the lists behind the drop-downs."""

from collections.abc import Sequence
from typing import Final

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.workbook import Workbook

from loaders.source import Column, Source

DEFINITIONS: Final = "Definitions"
LISTS: Final = "Lists"
BESIDE: Final = (DEFINITIONS, LISTS)
"""Names of the sheets that are passed over when a template comes back."""

HEADINGS: Final = ("Column", "Meaning", "What to write", "Must be filled", "Allowed", "Example", "Also read as")
WIDTHS: Final = (28, 52, 40, 16, 40, 18, 40)
ALSO: Final = 8
"""Other headings of a column that are named; there may be more."""
GUIDE: Final = (
    "Fill in the first sheet, one row each, from its row 3 on. Row 2 is an example and is passed over.",
    "Columns marked * must be filled: a row without is set aside. Others may be left blank.",
    "Pick a cell to see what it holds. Do not rename columns; their order does not matter, and more may be added.",
)


def write_definitions(book: Workbook, source: Source) -> None:
    """Write what the source and each of its columns mean, and of when that is."""
    sheet = book.add_worksheet(DEFINITIONS)
    sheet.write_string(0, 0, source.title, book.add_format({"bold": True, "font_size": 14}))
    for line, words in enumerate((source.about, f"Version of {source.version}.", *GUIDE), start=1):
        sheet.write_string(line, 0, words)
    top = len(GUIDE) + 4
    sheet.write_row(top, 0, HEADINGS, book.add_format({"bold": True, "bottom": 1, "bg_color": "#E5E9EF"}))
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for line, column in enumerate(source.columns, start=top + 1):
        for place, words in enumerate(_definition(column)):
            sheet.write_string(line, place, words, wrapped)
    for place, width in enumerate(WIDTHS):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(top + 1, 1)


def _definition(column: Column) -> list[str]:
    must = "Yes" if column.required else "No, and may be left out" if column.optional else "No"
    also = ", ".join(column.also[:ALSO]) + (", ..." if len(column.also) > ALSO else "")
    allowed = ", ".join(column.kind.choices)
    return [column.header, column.meaning, column.kind.wants, must, allowed, column.example, also]


def write_lists(book: Workbook, columns: Sequence[Column]) -> dict[str, str]:
    """Write each closed list in a column of its own, of any length; give the range of each by clean name."""
    sheet = book.add_worksheet(LISTS)
    ranges: dict[str, str] = {}
    for place, column in enumerate(column for column in columns if column.kind.choices):
        choices = column.kind.choices
        sheet.write_column(0, place, [column.header, *choices])
        sheet.set_column(place, place, max(len(word) for word in (column.header, *choices)) + 2)
        letter = xl_col_to_name(place, col_abs=True)
        ranges[column.name] = f"={LISTS}!{letter}$2:{letter}${len(choices) + 1}"
    return ranges
