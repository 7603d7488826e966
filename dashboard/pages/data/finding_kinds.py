"""Findings grouped by kind, as the page tells them: in which rows of which file."""

from typing import Final

import polars as pl

from loaders import finding_advice

ROWS_NAMED: Final = 12
"""Rows of a kind named on the page; the download has every one."""


def kinds(findings: pl.DataFrame, *also: str) -> pl.DataFrame:
    """Group findings by kind, the gravest and most frequent first. Columns: those of `loaders.finding_advice.kinds`."""
    return finding_advice.kinds(findings, *also, most=ROWS_NAMED)


def where(rows: int, first: list[int]) -> str:
    """Name the rows as the file numbers them: `row 7`, `3 rows: 7, 9, 12`, `214 rows: 2, 3, ...`."""
    if rows == 0:
        return "the file"
    names = ", ".join(f"{row}" for row in first) + (", ..." if rows > len(first) else "")
    return f"row {names}" if rows == 1 else f"{rows:,} rows: {names}"
