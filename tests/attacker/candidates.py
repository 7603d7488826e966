"""Ways of protecting that were weighed, each as tables and a release to put to the attacker."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics import Release
from metrics.populations import Tables


@dataclass(frozen=True)
class Candidate:
    """A way of protecting: its name, the release whose rules it takes, and whether counts are moved by keys."""

    name: str
    release: Release
    moves: bool

    def tables(self, tables: Tables) -> Tables:
        """The tables as this way sees them: without keys no count is moved, and hidden cells are all there is."""
        return tables if self.moves else keyless(tables)


CANDIDATES: Final = (
    Candidate("Small cells hidden, and the smallest other cell of their line", Release.BOARD, moves=False),
    Candidate("The same, and all other counts moved by the cell-key method (board)", Release.BOARD, moves=True),
    Candidate("Counts under 10 hidden, the others rounded to 5", Release.EVENT, moves=False),
    Candidate("The same, moved by the cell-key method first (event)", Release.EVENT, moves=True),
)


def keyless(tables: Mapping[str, pl.LazyFrame]) -> Tables:
    """The tables with every key nought."""
    return {
        name: rows.with_columns(key=pl.lit(0, pl.UInt32)) if "key" in rows.collect_schema() else rows
        for name, rows in tables.items()
    }
