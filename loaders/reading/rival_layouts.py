"""Sheets of one workbook that hold one table in several layouts: what both say has to be the same."""

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

import polars as pl

from loaders.reading.result import RefusedError
from loaders.reading.sheet_stacks import Stack
from loaders.tables import CLEAN

RIVALS: Final = (
    "The workbook holds the table “{}” in two layouts, on the sheets {} and {}, which say different things of {:,} of "
    "the same {}. Keep the sheet that is right, and upload it again."
)


def refuse_rivals(stacks: Iterable[Stack]) -> None:
    """Raise `RefusedError` where two layouts of a table differ in what they say of one thing."""
    for one, other in combinations(stacks, 2):
        key = CLEAN[one.source.table].primary_key()
        if one.source.table == other.source.table and key:
            _refuse(one, other, key)


def _refuse(one: Stack, other: Stack, key: Sequence[str]) -> None:
    both = one.rows.table.join(other.rows.table, on=key, suffix=" again")
    told = [name for name in one.rows.table.columns if f"{name} again" in both.columns]
    differs = [(pl.col(name) != pl.col(f"{name} again")).fill_null(value=False) for name in told]
    count = both.filter(pl.any_horizontal(differs)).height if differs else 0
    if count:
        sheets = (", ".join(f"“{match.sheet}”" for match in stack.matches) for stack in (one, other))
        names = " and ".join(name.replace("_", " ") for name in key)
        raise RefusedError(RIVALS.format(one.source.title, *sheets, count, names))


def once(table: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Rows of several layouts, each thing once: what both tell, they tell alike."""
    key = CLEAN[table].primary_key()
    return rows.unique(key, keep="first", maintain_order=True) if key else rows
