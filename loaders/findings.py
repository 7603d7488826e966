"""What was found wrong, odd or left out while a file was read: one finding a row, for the person who will correct it.

`severity` says what was done: `error` set the row aside, `warning` left something out or in doubt but kept the
row, `info` concerns the file. No finding holds a cell's value: under a wrong heading any cell may identify a child.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final, Literal, NamedTuple

import polars as pl

Severity = Literal["error", "warning", "info"]

SHAPE: Final[dict[str, pl.DataType]] = {
    "file": pl.String(),
    "row": pl.Int64(),
    "column": pl.String(),
    "code": pl.String(),
    "severity": pl.String(),
    "message": pl.String(),
}
"""`row` counts from 1, the heading included, as a spreadsheet shows it; null where the whole file is meant."""
KIND: Final = {name: dtype for name, dtype in SHAPE.items() if name != "row"} | {"times": pl.UInt32()}


@cache
def none() -> pl.DataFrame:
    """No findings."""
    return pl.DataFrame(schema=SHAPE)


class Found(NamedTuple):
    """Findings of one kind in many rows of one file; a null row means the whole file."""

    rows: pl.Series
    column: str | None
    code: str
    severity: Severity
    message: str


def found(rows: pl.Series, column: str | None, code: str, severity: Severity, message: str) -> Found:
    """Findings of one kind in these rows."""
    return Found(rows.cast(pl.Int64).alias("row"), column, code, severity, message)


def about_file(code: str, severity: Severity, message: str, column: str | None = None) -> Found:
    """One finding about a whole file."""
    return found(pl.Series([None], dtype=pl.Int64), column, code, severity, message)


def stacked(file: str, parts: Iterable[Found]) -> pl.DataFrame:
    """Findings of one file in the order of its rows, those about the whole file first."""
    told = list(parts)
    if not told:
        return none()
    kinds = pl.DataFrame([(file, *part[1:], len(part.rows)) for part in told], schema=KIND, orient="row")
    kind = kinds.select(pl.int_range(pl.len(), dtype=pl.UInt32).repeat_by("times").explode().alias("kind"))
    rows = kind.insert_column(0, pl.concat([part.rows for part in told])).sort("row", maintain_order=True)
    return kinds.drop("times")[rows["kind"]].insert_column(1, rows["row"])
