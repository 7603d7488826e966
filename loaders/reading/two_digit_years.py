"""Days whose year has two digits: 24-05-13 is 13 May 2024 where years stand first, and 24 May 2013 where days do.

A column as a whole decides. A reading is none where a day would not exist, would come after the return's next year, or
would be too long ago to be of a child. Where one reading is left for all of its cells that one counts; where two are,
a year in full beside them tells, then the other columns of the file. Dashes alone decide nothing, so such cells are
asked about; with strokes or full stops nobody here writes the year first without cause.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

import polars as pl

from loaders.reading.row_batch import Tray
from loaders.source import Column, Source

First = Literal["day", "year", "both", "unknown"]

SHORT: Final = r"^\d{2}([/.-])\d{2}([/.-])\d{2}(?:[Tt ,].*)?$"
DASHED: Final = r"^\d{2}-\d{2}-\d{2}\D?"
YEAR_FIRST: Final = r"^\d{4}([/.-])\d{1,2}([/.-])\d{1,2}(?:\D|$)"
DAY_FIRST: Final = r"^\d{1,2}([/.-])\d{1,2}([/.-])\d{4}(?:\D|$)"
BEGINNING: Final = r"^(\d{2})[/.-](\d{2})[/.-](\d{2})"
IN_FULL: Final = "20${1}-${2}-${3}"
USUAL_LENGTH: Final = len("31/03/2025")
YEARS_BACK: Final = 22
"""How far back a day of a child in care may lie: those who left care are asked about until they are 21."""

TO_DO: Final = "Give every date as 31/03/2025 or as 2025-03-31."
TOLD: Final = f"{{}} was read with the year first: others of its column or file can only be so. {TO_DO}"
AGAINST: Final = f"{{}} has its {{}} first, while other dates of the column have the {{}} first. {TO_DO}"
EITHER: Final = f"{{}} may have its day or its year first, and nothing in the file tells which. {TO_DO}"


class Seen(NamedTuple):
    """Of the cells of a column with a year of two digits: which may have the day first, which the year; and both read.

    `hint` is how a date of the column with its year in full is written.
    """

    day: pl.Series
    year: pl.Series
    dashed: pl.Series
    in_full: pl.Series
    hint: First

    def order(self) -> First:
        """What stands first, as the column proves by itself."""
        only_day, only_year = (self.day & ~self.year).any(), (self.year & ~self.day).any()
        if only_day or only_year:
            return "both" if only_day and only_year else "day" if only_day else "year"
        return self.hint


def with_whole_years(
    tray: Tray, values: pl.DataFrame, odd: Sequence[Column], source: Source, year: int | None
) -> pl.DataFrame:
    """Values with days read by what stands first in their column; rows with one that may be either leave the tray.

    `odd` are the columns in which not every day is written as 31/03/2025.
    """
    columns = _with_short(tray.frame, [column for column in odd if column.kind.is_day])
    if not columns:
        return values
    seen = {
        column.name: _seen(tray.frame[column.name], values[column.name], column, source, year) for column in columns
    }
    orders, gone = _orders(seen), tray.frame["row"].is_null()
    for column in columns:
        values, unsure = _settled(tray, values, column, seen[column.name], orders[column.name])
        gone |= unsure
    tray.frame = tray.frame.filter(~gone)
    return values.filter(~gone)


def _with_short(cells: pl.DataFrame, columns: Sequence[Column]) -> list[Column]:
    """Columns with a year of two digits; where all cells are as long as 31/03/2025 it is not looked for."""
    if not columns:
        return []
    usual = cells.select((pl.col(column.name).str.len_bytes() == USUAL_LENGTH).all() for column in columns).row(0)
    others = [column for column, is_usual in zip(columns, usual, strict=True) if not is_usual]
    return [column for column in others if cells[column.name].str.contains(SHORT).any()]


def _seen(cells: pl.Series, read: pl.Series, column: Column, source: Source, year: int | None) -> Seen:
    is_short = cells.str.contains(SHORT).fill_null(value=False)
    in_full = cells.set(~is_short, None).str.replace(BEGINNING, IN_FULL)
    days = (read.set(~is_short, None), column.kind.read(in_full))
    last = date((year or date.today().year) + 1, 12, 31)
    first = date(last.year - YEARS_BACK, 1, 1) if source.of_borough else date(1900, 1, 1)
    by_day, by_year = (each.is_between(first, last).fill_null(value=False) for each in days)
    dashed = is_short & cells.str.contains(DASHED).fill_null(value=False)
    return Seen(by_day, by_year, dashed, in_full, _hint(cells))


def _hint(cells: pl.Series) -> First:
    """What stands first in the dates of a column that have their year in full."""
    has_year, has_day = bool(cells.str.contains(YEAR_FIRST).any()), bool(cells.str.contains(DAY_FIRST).any())
    return "unknown" if has_year == has_day else "year" if has_year else "day"


def _orders(seen: Mapping[str, Seen]) -> dict[str, First]:
    """What stands first in each column: as it proves, else as all others of the file that prove anything."""
    own: dict[str, First] = {name: each.order() for name, each in seen.items()}
    proven: set[First] = {order for order in own.values() if order != "unknown"}
    others: First = next(iter(proven)) if len(proven) == 1 else "unknown"
    return {name: others if order == "unknown" else order for name, order in own.items()}


def _settled(
    tray: Tray, values: pl.DataFrame, column: Column, seen: Seen, order: First
) -> tuple[pl.DataFrame, pl.Series]:
    """Values of one column as its order says, and which rows nobody can be sure of."""
    either, none = seen.day & seen.year, tray.frame["row"].is_null()
    if order == "day" or (order == "unknown" and not (either & seen.dashed).any()):
        return values, none
    if order == "year":
        tray.note(seen.year, column.header, "year-first", "warning", TOLD.format(column.header))
        cells = tray.frame[column.name].zip_with(~seen.year, seen.in_full).alias(column.name)
        tray.frame = tray.frame.with_columns(cells)
        return values.with_columns(values[column.name].zip_with(~seen.year, column.kind.read(cells))), none
    unsure = either & seen.dashed if order == "unknown" else seen.year
    is_needed = column.required or column.is_end
    for where, message in (
        (unsure & ~seen.day, AGAINST.format(column.header, "year", "day")),
        (unsure & seen.day, EITHER.format(column.header)),
    ):
        blank = "" if is_needed else " It was taken as blank."
        tray.note(where, column.header, "other-order", "error" if is_needed else "warning", f"{message}{blank}")
    if is_needed:
        return values, unsure
    tray.frame = tray.frame.with_columns(tray.frame[column.name].set(unsure, None))
    return values.with_columns(values[column.name].set(unsure, None)), none
