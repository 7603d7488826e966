"""A table of text as a file holds it, before it is known what it is."""

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Sheet:
    """Every row of one table, headings among them, as text columns c0, c1, ...; blank cells are null.

    `name` tells the tables of one file apart; None where the file is one table.
    """

    name: str | None
    cells: pl.DataFrame


def sheet_of(name: str | None, frame: pl.DataFrame) -> Sheet:
    """Sheet of a frame of text, its columns named by position."""
    return Sheet(name, frame.rename({old: f"c{i}" for i, old in enumerate(frame.columns)}))
