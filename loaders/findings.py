"""What was found wrong, odd or left out while a file was read: one finding a row, for the person who will mend it.

`severity` says what was done: `error` set the row aside, `warning` left something out or in doubt but kept the
row, `info` concerns the file. No finding holds a cell's value: under a wrong heading any cell may identify a child.
"""

from collections.abc import Iterable
from functools import cache
from typing import Final, Literal

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


@cache
def none() -> pl.DataFrame:
    """No findings."""
    return pl.DataFrame(schema=SHAPE)


def found(rows: pl.Series, column: str | None, code: str, severity: Severity, message: str) -> pl.DataFrame:
    """Findings of one kind in many rows of one file; `stacked` writes in the file's name."""
    return pl.select(
        file=pl.lit(None, pl.String),
        row=rows.cast(pl.Int64),
        column=pl.lit(column, pl.String),
        code=pl.lit(code),
        severity=pl.lit(severity),
        message=pl.lit(message),
    )


def about_file(code: str, severity: Severity, message: str, column: str | None = None) -> pl.DataFrame:
    """One finding about a whole file."""
    return found(pl.Series([None], dtype=pl.Int64), column, code, severity, message)


def stacked(file: str, parts: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Findings of one file in the order of its rows, those about the whole file first."""
    told = list(parts)
    if not told:
        return none()
    return pl.concat([none(), *told]).with_columns(file=pl.lit(file)).sort("row", maintain_order=True)
