"""Rows of text in; a clean table, and a finding for everything that is not as it should be, out."""

from dataclasses import dataclass
from functools import lru_cache

import polars as pl

from loaders.findings import Found
from loaders.kinds.kind import ONCE
from loaders.reading.cells import parse
from loaders.reading.foreign_identifiers import note_others_children
from loaders.reading.repeated_rows import repeated, settle
from loaders.reading.row_batch import Tray
from loaders.reading.schema_check import conform
from loaders.source import MOST_KEPT, Handed, Source


@dataclass(frozen=True)
class Rows:
    """The clean table of one sheet and the account of its rows: `rows` = `accepted` + `set_aside` + `blank`."""

    table: pl.DataFrame
    rows: int
    accepted: int
    repaired: int
    set_aside: int
    blank: int
    parts: list[Found]


def read_rows(source: Source, cells: pl.DataFrame, handed: Handed, step: int = 0) -> Rows:
    """Read the cells of one sheet, or of several, whose rows are `step` apart.

    `cells` has `row` (the file's own row number), a text column for each of the source's clean names, and
    `spill` (true where the row has more cells than the heading), `is_blank` and `is_example`; blank cells are null. A
    template's example row is no data: it counts as blank, and a finding says so.
    """
    tray = _laid_out(cells)
    blank = cells.height - tray.frame.height
    total = tray.frame.height
    parse(tray, source, handed.return_year)
    note_others_children(tray, handed.borough)
    if source.prepare:
        tray.frame = source.prepare(tray.frame, handed)
    _mend(tray, source)
    _complete(tray, source, handed)
    _count_once(tray, source, step)
    _judge(tray, source)
    table = conform(tray, source, handed)
    if source.remarks:
        tray.parts.extend(source.remarks(tray.frame))
    accepted = tray.frame["row"].n_unique()
    return Rows(table, cells.height, accepted, tray.repaired_rows(), total - accepted, blank, tray.parts)


def _laid_out(cells: pl.DataFrame) -> Tray:
    """Rows that hold data; a template's example row is passed over."""
    tray, is_example, is_blank = Tray(cells), cells["is_example"], cells["is_blank"]
    message = "The template's example row was passed over: it is no data."
    tray.note(is_example, None, "example", "info", message)
    if is_example.any() or is_blank.any():
        tray.frame = cells.filter(~is_blank & ~is_example)
    return tray


def _mend(tray: Tray, source: Source) -> None:
    for repair in source.repairs:
        where = tray.frame.select(repair.when.fill_null(value=False).alias("when"))["when"]
        if where.any():
            tray.note(where, repair.column, repair.code, "warning", repair.message)
            tray.repair(where, dict(repair.sets))


def _complete(tray: Tray, source: Source, handed: Handed) -> None:
    """Add what is looked up and what follows; the day and year of the return are there to be checked against."""
    told = tray.frame.hstack(_told(handed, tray.frame.height))
    frame = source.complete(told, handed) if source.complete else told
    tray.frame = frame.lazy().with_columns(_derived(source)).collect(optimizations=ONCE) if source.derive else frame


@lru_cache(maxsize=MOST_KEPT)
def _derived(source: Source) -> list[pl.Expr]:
    return [value.alias(name) for name, value in source.derive.items()]


def _told(handed: Handed, height: int) -> list[pl.Series]:
    year = pl.Series("return_year", [handed.return_year], pl.Int16)
    return [each.new_from_index(0, height) for each in (year, pl.Series("as_at", [handed.as_at], pl.Date))]


def _judge(tray: Tray, source: Source) -> None:
    """Put rows to the checks, and settle those of the rest that stand for the same thing."""
    judged, again = _questions(source)
    answers = tray.frame.select(*judged, again)
    for check, is_bad in zip(source.checks, answers, strict=False):
        tray.note(is_bad, check.column, check.code, check.severity, check.message)
    if tray.bad:
        tray.set_aside()
        answers = tray.frame.select(again)
    settle(tray, source, answers["repeated"])


def _count_once(tray: Tray, source: Source, step: int) -> None:
    """Of rows that stand wholly equal on several sheets keep the last; each sheet may hold one several times."""
    if not step:
        return
    columns = [column.name for column in source.columns]
    sheets = tray.frame.select(*columns, sheet=pl.col("row") // step)
    nth = sheets.select(*columns, nth=pl.int_range(pl.len()).over(pl.struct("sheet", *columns)))
    message = "The same row stands again on a later sheet. It was counted once."
    tray.note(~nth.select(pl.struct(pl.all()).is_last_distinct()).to_series(), None, "copied-row", "error", message)
    tray.set_aside()


@lru_cache(maxsize=MOST_KEPT)
def _questions(source: Source) -> tuple[list[pl.Expr], pl.Expr]:
    """Whether a row is bad by each check; and whether what tells it apart is repeated further down."""
    judged = [(~check.good).fill_null(value=False).alias(str(i)) for i, check in enumerate(source.checks)]
    return judged, repeated(source)
