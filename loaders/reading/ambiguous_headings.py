"""Headings of which it is not clear what they mean: one that stands twice, or that says more than the one known."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import polars as pl
from xlsxwriter.utility import xl_col_to_name

from loaders.findings import Found, about_file
from loaders.intake import Sheet
from loaders.reading.files import shown
from loaders.reading.heading_rows import groups
from loaders.reading.heading_words import MONEY, NOT_AS_IT_IS, OF_AMOUNTS, besides, changing
from loaders.reading.headings import bare, plain
from loaders.reading.nearest_source import Near
from loaders.reading.result import RefusedError
from loaders.source import Column

TWICE: Final = (
    "The heading {} stands twice, in columns {} and {}, and their cells differ. Delete or rename the one that is not "
    "meant."
)
CHANGED: Final = (
    "The heading in column {} says more than {}: \u201c{}\u201d. If its cells are what is asked for ({}), call the "
    "column just {}; if they are not, put them right or delete the column."
)
OTHERWISE_COUNTED: Final = (
    "Row {}, {} the table, says \u201c{}\u201d, but amounts are read in pounds. Give them in pounds and take "
    "out those words."
)
OTHERWISE_MEANT: Final = (
    "Row {}, {} the table, says \u201c{}\u201d, but amounts are read as all that is paid. If they are, take out those "
    "words; if they are not, put them right."
)
NOT_ALL_PAID: Final = re.compile(rf"\b(?:{NOT_AS_IT_IS}|not includ\w+|forecasts?|projections?|not for use)\b")
"""Words by which the amounts of a table are not what is paid, or not all of it."""
NOTES_WITHIN: Final = 20
"""How many rows at the end of a table may hold notes."""
AGAIN: Final = re.compile(r"(?:\.\d|\s*\(\d\)|_\d)\s*$")
"""What programs put behind a heading that stands twice."""
OTHER_MONEY: Final = re.compile(r"[€$]")


def settled(sheet: Sheet, near: Near) -> tuple[Near, list[Found]]:
    """Where each column stands for certain, and which columns might have been meant as well.

    Raises `RefusedError` where a heading stands twice above different cells, or says of its cells that they are not
    what is asked for.
    """
    _refuse_other_amounts(sheet, near)
    if told := changed(sheet, near, _judged(near)):
        raise RefusedError(told)
    rivals: list[Found] = []
    for column in near.source.columns:
        if column.name in near.places:
            near = _the_filled(sheet, near, column)
            rivals += _rivals(sheet, near, column)
    return near, rivals


def _judged(near: Near) -> list[Column]:
    """The columns whose headings must say no more than what is asked for.

    Of a publisher's file only those that were found: "Previous event type" is a column of its own there, and its
    publisher, not the reader, chose the words.
    """
    return [column for column in near.source.columns if near.source.of_borough or column.name in near.places]


def changed(sheet: Sheet, near: Near, columns: Iterable[Column]) -> str | None:
    """Say which heading names one of the columns, but with a word by which it is another; None where none does."""
    for column in columns:
        for name, text in _said(sheet, near, column):
            if word := _word(text, column, near):
                header = column.header
                return _of(sheet, CHANGED.format(_letter(name), header, word.strip("()[] "), column.meaning, header))
    return None


def _refuse_other_amounts(sheet: Sheet, near: Near) -> None:
    """Refuse amounts of which a title or a note says that they are not in pounds, or not what is paid."""
    if not any(column.kind.name in MONEY for column in near.source.columns):
        return
    for number, where, filled in [*_titles(sheet, near), *_notes(sheet, near)]:
        said = " ".join(filled).lower()
        if found := OF_AMOUNTS.search(said):
            raise RefusedError(_of(sheet, OTHERWISE_COUNTED.format(number, where, found[0])))
        if near.source.of_borough and len(filled) == 1 and (found := NOT_ALL_PAID.search(said)):
            raise RefusedError(_of(sheet, OTHERWISE_MEANT.format(number, where, found[0])))


def _titles(sheet: Sheet, near: Near) -> Iterator[tuple[int, str, list[str]]]:
    """The rows above the headings: number, where that is, and the cells that are filled."""
    for number, row in enumerate(sheet.head[: near.row + 1 - near.rows], start=1):
        yield number, "above", _filled(row.values())


def _notes(sheet: Sheet, near: Near) -> Iterator[tuple[int, str, list[str]]]:
    """Those of the last rows that hold a few words and nothing else, likewise."""
    first = max(near.row + 1, sheet.cells.height - NOTES_WITHIN)
    for number, row in enumerate(sheet.cells.slice(first).rows(), start=first + 1):
        filled = _filled(row)
        if len(filled) == 1 and " " in filled[0]:
            yield number, "below", filled


def _filled(cells: Iterable[str | None]) -> list[str]:
    return [text.strip() for text in cells if text and text.strip()]


def _said(sheet: Sheet, near: Near, column: Column) -> Iterator[tuple[str, str]]:
    """What is said of a column, and where: by its own heading and the group above it, or by all that no other has."""
    place = near.places.get(column.name)
    for name, text in near.texts.items():
        if text and (name == place if place else name not in near.places.values()):
            yield name, text
    yield from _above(sheet, near, place)


def _word(text: str, column: Column, near: Near) -> str | None:
    """The word by which a heading means something else than the column that it names.

    Without the column of its end a row lasts for ever: any word beside that heading is asked about.
    """
    spelt = _spelt(near, column)
    if plain(text) in spelt:
        return symbol[0] if (symbol := OTHER_MONEY.search(text)) and column.kind.name in MONEY else None
    if any(pattern.search(plain(text)) for pattern in near.source.patterns.get(column.name, ())):
        return None
    rest, basis = besides(text, spelt), near.told.get("basis")
    word = changing(rest, text.lower().replace(rest, " "), column, near.source, basis) if rest else None
    return word or (rest if column.is_end and column.name not in near.places else None)


def _above(sheet: Sheet, near: Near, place: str | None) -> Iterator[tuple[str, str]]:
    """What the group says under which a column stands, with the heading that it stands above."""
    if place is None or not near.row:
        return
    upper, own = sheet.head[near.row - 1], sheet.head[near.row][place]
    filled = [name for name, text in upper.items() if text and text.strip()]
    if filled and filled != [next(iter(upper))] and (group := groups(upper)[place]):
        yield place, f"{own} ({group})"


def _the_filled(sheet: Sheet, near: Near, column: Column) -> Near:
    """Of columns with the same heading take the one that is filled; they may not hold different cells."""
    place = near.places[column.name]
    heading = plain(near.texts[place] or "")
    same = [name for name, text in near.texts.items() if text and heading in (plain(text), plain(AGAIN.sub("", text)))]
    for other in (name for name in same if name != place):
        cells, others = _cells(sheet, near, place), _cells(sheet, near, other)
        if cells.equals(others) or others.null_count() == len(others):
            continue
        if cells.null_count() < len(cells):
            raise RefusedError(_of(sheet, TWICE.format(column.header, _letter(place), _letter(other))))
        place = other
    return near if place == near.places[column.name] else replace(near, places=near.places | {column.name: place})


def _rivals(sheet: Sheet, near: Near, column: Column) -> list[Found]:
    """Say which other columns mean the same by another heading, and hold other cells."""
    place = near.places[column.name]
    spelt = _spelt(near, column) - {plain(name) for name in near.source.left_out}
    alike = [
        name
        for name, text in near.texts.items()
        if text and name not in near.places.values() and {plain(text), bare(text)} & spelt
        if plain(text) != plain(near.texts[place] or "")
    ]
    names = [_letter(name) for name in alike if not _cells(sheet, near, name).equals(_cells(sheet, near, place))]
    if not names:
        return []
    message = f"{column.header} was read from column {_letter(place)}, and not from {', '.join(names)}, which differs."
    return [about_file("rival-columns", "warning", message, column.header)]


def _cells(sheet: Sheet, near: Near, name: str) -> pl.Series:
    cells = sheet.cells[name].slice(near.row + 1).str.strip_chars()
    return cells.set(cells == "", None).alias("")


def _spelt(near: Near, column: Column) -> set[str]:
    return {spelt for each, names in near.source.spellings if each is column for spelt in names}


def _letter(name: str) -> str:
    """A column as a spreadsheet calls it."""
    return xl_col_to_name(int(name.removeprefix("c")))


def _of(sheet: Sheet, message: str) -> str:
    return f"Sheet {shown(sheet.name)}: {message}" if sheet.name else message
