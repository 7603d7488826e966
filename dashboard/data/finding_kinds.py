"""Findings grouped by kind: what is wrong, how bad, in which rows of which file."""

from typing import Final

import polars as pl

SEVERITY: Final = {"error": "Row set aside", "warning": "Row kept, look at it", "info": "About the file"}
"""What each severity means for the row, the gravest first."""

KIND: Final = ["file", "severity", "column", "code", "message"]
ROWS_NAMED: Final = 12
"""Rows of a kind named on the page; the download has every one."""


def kinds(findings: pl.DataFrame, *also: str) -> pl.DataFrame:
    """Group findings by kind, the gravest and most frequent first.

    Columns: `also`, file, severity, column, code, message, rows (how many; null about the file), first (the first
    few row numbers).
    """
    rows = pl.col("row").drop_nulls()
    told = findings.group_by([*also, *KIND], maintain_order=True).agg(rows=rows.len(), first=rows.head(ROWS_NAMED))
    order = pl.col("severity").replace_strict({name: at for at, name in enumerate(SEVERITY)}, return_dtype=pl.Int8)
    return told.sort(order, pl.col("rows"), descending=[False, True], maintain_order=True)


def where(rows: int, first: list[int]) -> str:
    """Name the rows as the file numbers them: `row 7`, `3 rows: 7, 9, 12`, `214 rows: 2, 3, ...`."""
    if rows == 0:
        return "the file"
    names = ", ".join(f"{row}" for row in first) + (", ..." if rows > len(first) else "")
    return f"row {names}" if rows == 1 else f"{rows:,} rows: {names}"
