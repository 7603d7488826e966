"""Text cells to values, and the faults of each cell."""

from functools import lru_cache
from typing import NamedTuple

import polars as pl

from loaders import findings
from loaders.findings import Severity
from loaders.reading.date_order import in_order
from loaders.reading.end_dates import ends
from loaders.reading.grouped_rows import without_grouped
from loaders.reading.row_batch import Tray
from loaders.reading.stray_rows import blank_out, without_strays
from loaders.reading.two_digit_years import with_whole_years
from loaders.source import MOST_KEPT, Column, Source


class Fault(NamedTuple):
    """Something that may be wrong with a cell of a column, and where it is."""

    where: pl.Expr
    header: str
    code: str
    severity: Severity
    message: str


def parse(tray: Tray, source: Source, year: int | None) -> None:
    """Read each column's cells; a needed cell that is blank or unreadable sets its row aside."""
    spilt = "The row has more cells than the heading, so its cells may stand under the wrong headings. Correct it."
    tray.note(tray.frame["spill"], None, "too-many-cells", "error", spilt)
    if year is not None and not source.years.allow(year):
        early = f"The return of {year} does not ask for this table. It was read all the same."
        tray.parts.append(findings.about_file("out-of-year", "info", early))
    values, odd = _values(tray.frame, source)
    values = without_strays(tray, values, source)
    values = without_grouped(tray, values, source)
    blank_out(tray, values, source)
    values = with_whole_years(tray, values, odd, source, year)
    values = in_order(tray, values, source)
    values = ends(tray, values, source)
    _note_faults(tray, values, _faults(tray.frame, values, source, year))
    tray.frame = pl.DataFrame([tray.frame["row"], *_taken(tray.frame, values, source)])
    tray.set_aside()


def _values(cells: pl.DataFrame, source: Source) -> tuple[pl.DataFrame, list[Column]]:
    """Each column's values: the usual styles of all of them in one pass, and the columns that have any other style."""
    usual = cells.select(_usual(source))
    odd = [column for column in source.columns if not _is_usual(column, cells[column.name], usual)]
    others = {column.name: _all_styles(column, cells[column.name], usual) for column in odd}
    names = [column.name for column in source.columns]
    return pl.DataFrame([others[name] if name in others else usual[name] for name in names]), odd


def _all_styles(column: Column, cells: pl.Series, usual: pl.DataFrame) -> pl.Series:
    """Values of a column of several styles: only cells that the usual one leaves are read in the others."""
    if not column.kind.first:
        return column.kind.read(cells).alias(column.name)
    values = usual[column.name]
    left = (values.is_null() & cells.is_not_null()).arg_true()
    return values.scatter(left, column.kind.read(cells.gather(left)))


@lru_cache(maxsize=MOST_KEPT)
def _usual(source: Source) -> list[pl.Expr]:
    firsts = {column.name: column.kind.first for column in source.columns}
    return [first(pl.col(name)).alias(name) for name, first in firsts.items() if first]


def _is_usual(column: Column, cells: pl.Series, usual: pl.DataFrame) -> bool:
    return bool(column.kind.first) and usual[column.name].null_count() == cells.null_count()


def _taken(cells: pl.DataFrame, values: pl.DataFrame, source: Source) -> pl.DataFrame:
    """Values with what unreadable cells are taken as, where that is not nothing."""
    unread = {column.name: column.unread for column in source.columns if column.unread}
    if not any(values[name].null_count() > cells[name].null_count() for name in unread):
        return values
    return values.with_columns(
        values[name].set(values[name].is_null() & cells[name].is_not_null(), taken) for name, taken in unread.items()
    )


def _note_faults(tray: Tray, values: pl.DataFrame, faults: list[Fault]) -> None:
    if not faults:
        return
    answers = pl.concat([tray.frame, values.rename(_as_value)], how="horizontal").select(
        fault.where.alias(str(i)) for i, fault in enumerate(faults)
    )
    for fault, where in zip(faults, answers, strict=True):
        tray.note(where, fault.header, fault.code, fault.severity, fault.message)


def _as_value(name: str) -> str:
    return f"{name} read"


def _faults(cells: pl.DataFrame, values: pl.DataFrame, source: Source, year: int | None) -> list[Fault]:
    """The faults that some cell may have: columns that read whole are not looked at again."""
    faults: list[Fault] = []
    for column in source.columns:
        blanks, unread = cells[column.name].null_count(), values[column.name].null_count()
        if column.required and blanks:
            faults.append(_blank(column))
        if unread > blanks and not column.is_end:
            faults.append(_unreadable(column))
        if year is not None and (late := column.kind.out_of_season(year)):
            faults.append(_out_of_season(column, late, year))
    return faults


def _blank(column: Column) -> Fault:
    message = f"{column.header} is blank{column.breach}. Give {column.kind.wants}."
    return Fault(pl.col(column.name).is_null(), column.header, "blank", "error", message)


def _unreadable(column: Column) -> Fault:
    where = pl.col(_as_value(column.name)).is_null() & pl.col(column.name).is_not_null()
    message = f"{column.header} is not {column.kind.wants}{column.breach}."
    if column.required:
        return Fault(where, column.header, "unreadable", "error", message)
    taken = column.unread.lower() or "blank"
    return Fault(where, column.header, "unreadable", "warning", f"{message} It was taken as {taken}.")


def _out_of_season(column: Column, late: list[str], year: int) -> Fault:
    where = pl.col(_as_value(column.name)).is_in(late).fill_null(value=False)
    message = f"{column.header} holds a code that is not used in the return year {year}. It was read all the same."
    return Fault(where, column.header, "out-of-year", "warning", message)
