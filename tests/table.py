"""Tests read like the specification: data as a small text table, in and out."""

from datetime import date, datetime
from typing import Final

import dataframely as dy
import polars as pl

DAY: Final = date(2024, 4, 1)
LOADED: Final = datetime(2026, 11, 2, 9)
BOROUGH: Final = "Brent"
RETURN_YEAR: Final = 2025

Cells = dict[str, list[str | None]]


def table(text: str, like: type[dy.Schema] | None = None) -> pl.DataFrame:
    """Frame of a text table: a header line, a line a row, cells parted by `|`; an empty cell is null.

    Without `like` each column is whole numbers, decimals, booleans, ISO dates or else text, by its cells.
    With `like` the frame has every column of that schema, in its order and types: absent ones are null where
    that is allowed, else the plainest valid value (false, 0, the first category, "Brent", return year 2025;
    an absent date is the row's `started` or `date`, else 1 April 2024; an absent moment is 2 November 2026).
    """
    cells = _cells(text)
    return _guessed(cells) if like is None else _shaped(cells, like)


def _cells(text: str) -> Cells:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    assert not lines[0].startswith("|"), "No `|` outside the cells: a row may begin with an empty one."
    header, *rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    for row in rows:
        assert len(row) == len(header), f"{len(row)} cells under {len(header)} headings: {row}"
    return {name: [row[i] or None for row in rows] for i, name in enumerate(header)}


def _guessed(cells: Cells) -> pl.DataFrame:
    return pl.DataFrame([_guess(name, values) for name, values in cells.items()])


def _guess(name: str, values: list[str | None]) -> pl.Series:
    column = pl.Series(name, values, pl.String)
    for dtype in (pl.Null, pl.Int64, pl.Float64, pl.Boolean, pl.Date):
        parsed = _parsed(column, dtype)
        if parsed is not None and parsed.null_count() == column.null_count():
            return parsed
    return column


def _parsed(column: pl.Series, dtype: pl.DataType | type[pl.DataType]) -> pl.Series | None:
    if dtype == pl.Null:
        return None if column.count() else pl.Series(column.name, [None] * len(column), pl.Null)
    if dtype == pl.Boolean:
        return column.replace_strict({"true": True, "false": False}, default=None, return_dtype=pl.Boolean)
    if isinstance(dtype, pl.Datetime):
        return column.str.to_datetime(strict=False).cast(dtype)
    return column.str.to_date(strict=False) if dtype == pl.Date else column.cast(dtype, strict=False)


def _shaped(cells: Cells, like: type[dy.Schema]) -> pl.DataFrame:
    columns = like.columns()
    unknown = sorted(set(cells) - set(columns))
    assert not unknown, f"{like.__name__} has no column {', '.join(unknown)}"
    given = [_exact(name, values, columns[name].dtype) for name, values in cells.items()]
    frame = pl.DataFrame(given)
    absent = {name: column for name, column in columns.items() if name not in cells}
    filled = frame.with_columns(_default(name, column, cells) for name, column in absent.items())
    return filled.select(list(columns))


def _exact(name: str, values: list[str | None], dtype: pl.DataType) -> pl.Series:
    column = pl.Series(name, values, pl.String)
    parsed = _parsed(column, dtype)
    assert parsed is not None
    wrong = column.filter(parsed.is_null() & column.is_not_null()).to_list()
    assert not wrong, f"{name} is {dtype}, and cannot be {', '.join(wrong)}"
    return parsed


def _default(name: str, column: dy.Column, cells: Cells) -> pl.Expr:
    if column.nullable:
        return pl.lit(None, column.dtype).alias(name)
    if isinstance(column, dy.Date):
        known = [pl.col(other) for other in ("started", "date") if other in cells]
        return pl.coalesce(*known, pl.lit(DAY)).alias(name)
    return pl.lit(_plainest(name, column), column.dtype).alias(name)


def _plainest(name: str, column: dy.Column) -> object:
    if name in {"borough", "return_year"}:
        return BOROUGH if name == "borough" else RETURN_YEAR
    if isinstance(column, dy.Enum):
        return column.dtype.categories[0]
    if isinstance(column, dy.Datetime):
        return LOADED
    return False if isinstance(column, dy.Bool) else "" if isinstance(column, dy.String) else 0
