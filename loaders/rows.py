"""Rows of text in; a clean table, and a finding for everything that is not as it should be, out."""

from dataclasses import dataclass
from functools import cache

import dataframely as dy
import polars as pl

from loaders.parse import parse
from loaders.source import Check, Handed, Source
from loaders.tables import CLEAN
from loaders.tray import Tray


@dataclass(frozen=True)
class Rows:
    """The clean table of one sheet and the account of its rows: `rows` = `accepted` + `set_aside` + `blank`."""

    table: pl.DataFrame
    rows: int
    accepted: int
    repaired: int
    set_aside: int
    blank: int
    parts: list[pl.DataFrame]


def read_rows(source: Source, cells: pl.DataFrame, handed: Handed) -> Rows:
    """Read the cells of one sheet.

    `cells` has `row` (the file's own row number), a text column for each of the source's clean names, and
    `spill` (true where the row has more cells than the heading), `is_blank` and `is_example`; blank cells are null. A
    template's example row is no data: it counts as blank, and a finding says so.
    """
    tray = _laid_out(cells)
    blank = cells.height - tray.frame.height
    total = tray.frame.height
    parse(tray, source, handed.return_year)
    if source.prepare:
        tray.frame = source.prepare(tray.frame, handed)
    _mend(tray, source)
    _complete(tray, source, handed)
    _check(tray, source.checks)
    _drop_duplicates(tray, source)
    table = _conform(tray, source, handed)
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
    told = {"return_year": pl.lit(handed.return_year, pl.Int16), "as_at": pl.lit(handed.as_at, pl.Date)}
    rows = tray.frame.lazy().with_columns(**told)
    if source.complete:
        rows = source.complete(rows.collect(), handed).lazy()
    tray.frame = rows.with_columns(**source.derive).collect()


def _check(tray: Tray, checks: tuple[Check, ...]) -> None:
    if not checks:
        return
    answers = tray.frame.select(check.good.fill_null(value=True).alias(str(i)) for i, check in enumerate(checks))
    for check, answer in zip(checks, answers, strict=True):
        tray.note(~answer, check.column, check.code, check.severity, check.message)
    tray.set_aside()


def _drop_duplicates(tray: Tray, source: Source) -> None:
    """Of rows with the same key keep the last. Without a key only rows that are wholly equal are the same."""
    key = source.key or tuple(column.name for column in source.columns)
    repeated = ~pl.struct(key).is_last_distinct()
    if source.key:
        repeated &= pl.all_horizontal(pl.col(key).is_not_null())
    where = tray.frame.select(repeated.alias("repeated"))["repeated"]
    message = "The same row stands again further down. The later one was taken."
    tray.note(where, None, "duplicate", "error", message)
    tray.set_aside()


def _conform(tray: Tray, source: Source, handed: Handed) -> pl.DataFrame:
    """Cut to the clean table's columns and hold every row against its schema, which has the last word."""
    frame = _owned(tray.frame.lazy(), handed)
    frame = source.reshape(frame.collect(), handed).lazy() if source.reshape else frame
    schema, declared = _with_row(source.table), CLEAN[source.table].column_names()
    good = _all_good(frame, schema)
    if good is None:
        good, failed = schema.filter(frame.select(schema.column_names()).collect(), cast=True)
        bad = failed.invalid()["row"].unique().implode()
        message = f"The row does not make a valid row of the table of {source.title}. Look at each of its cells."
        tray.note(tray.frame["row"].is_in(bad), None, "invalid", "error", message)
        tray.set_aside()
        good = good.filter(~pl.col("row").is_in(bad))
    return good if good.columns == declared else good.select(declared)


def _all_good(frame: pl.LazyFrame, schema: type[dy.Schema]) -> pl.DataFrame | None:
    """The frame in the schema's types, where every row is good: asked first, for it is and costs a third."""
    try:
        cast = schema.cast(frame).collect()
    except pl.exceptions.PolarsError:
        return None
    return cast if schema.is_valid(cast) else None


def _owned(frame: pl.LazyFrame, handed: Handed) -> pl.LazyFrame:
    """Write the borough in, and its code before the child's identifier: two boroughs may use the same one."""
    if handed.borough is None:
        return frame
    written = {"borough": pl.lit(handed.borough.name)}
    if "child" in frame.collect_schema():
        written["child"] = pl.lit(f"{handed.borough.code}-") + pl.col("child")
    return frame.with_columns(**written)


@cache
def _with_row(table: str) -> type[dy.Schema]:
    """The clean table's schema, and the file's row number with it, so that a failed row can be named."""
    return type(f"{CLEAN[table].__name__}Rows", (CLEAN[table],), {"row": dy.Int32(nullable=False)})
