"""Rows checked by the schema of their clean table, which has the last word."""

from functools import cache

import dataframely as dy
import polars as pl

from loaders.reading.row_batch import Tray
from loaders.source import Handed, Source
from loaders.tables import CLEAN


def conform(tray: Tray, source: Source, handed: Handed) -> pl.DataFrame:
    """Cut to the clean table's columns; rows that the schema does not allow are set aside."""
    frame = _owned(tray.frame, handed)
    if source.reshape:
        frame = source.reshape(frame, handed)
    good = all_good(frame, source.table)
    return _the_good(tray, source, frame) if good is None else good


def all_good(frame: pl.DataFrame, table: str) -> pl.DataFrame | None:
    """The frame as the clean table, where every row is good; None where any is not.

    It gives the schema's own answer, asked first because it costs a tenth of telling the good rows from the bad.
    """
    try:
        cast = pl.DataFrame([_as(frame[name], dtype) for name, dtype in _dtypes(table).items()])
    except pl.exceptions.PolarsError:
        return None
    return cast if _is_allowed(cast, table) else None


def _as(values: pl.Series, dtype: pl.DataType) -> pl.Series:
    return values if values.dtype == dtype else values.cast(dtype)


def _is_allowed(cast: pl.DataFrame, table: str) -> bool:
    if any(cast[name].null_count() for name in _full(table)):
        return False
    rules = _rules(table)
    return not rules or all(cast.select(rules).row(0))


@cache
def _dtypes(table: str) -> dict[str, pl.DataType]:
    return {name: column.dtype for name, column in CLEAN[table].columns().items()}


@cache
def _full(table: str) -> list[str]:
    """Columns that have no blank cell."""
    return [name for name, column in CLEAN[table].columns().items() if not column.nullable]


@cache
def _rules(table: str) -> list[pl.Expr]:
    """Whether all rows keep each rule of the schema, but that cells be filled, which is counted without a look."""
    columns, key = CLEAN[table].columns(), CLEAN[table].primary_key()
    of_columns = [
        rule
        for name, column in columns.items()
        for kind, rule in column.validation_rules(pl.col(name)).items()
        if kind != "nullability"
    ]
    rules = [*of_columns, pl.struct(key).is_unique()] if key else of_columns
    return [rule.all().alias(str(i)) for i, rule in enumerate(rules)]


def _the_good(tray: Tray, source: Source, frame: pl.DataFrame) -> pl.DataFrame:
    schema, declared = _with_row(source.table), CLEAN[source.table].column_names()
    good, failed = schema.filter(frame.select(schema.column_names()), cast=True)
    bad = failed.invalid()["row"].unique().implode()
    message = f"The row does not make a valid row of the table of {source.title}. Look at each of its cells."
    tray.note(tray.frame["row"].is_in(bad), None, "invalid", "error", message)
    tray.set_aside()
    return good.filter(~pl.col("row").is_in(bad)).select(declared)


def _owned(frame: pl.DataFrame, handed: Handed) -> pl.DataFrame:
    """Write the borough in, and its code before the child's identifier: two boroughs may use the same one."""
    if handed.borough is None:
        return frame
    owned = frame.hstack([pl.Series("borough", [handed.borough.name]).new_from_index(0, frame.height)])
    if "child" not in frame.columns:
        return owned
    child = frame.select(pl.lit(f"{handed.borough.code}-") + pl.col("child").alias("child")).to_series()
    return owned.replace_column(frame.get_column_index("child"), child.alias("child"))


@cache
def _with_row(table: str) -> type[dy.Schema]:
    """The clean table's schema, and the file's row number with it, so that a failed row can be named."""
    return type(f"{CLEAN[table].__name__}Rows", (CLEAN[table],), {"row": dy.Int32(nullable=False)})
