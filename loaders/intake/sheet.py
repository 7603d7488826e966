"""A table of text as a file holds it, before it is known what it is."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class Sheet:
    """Every row of one table, headings among them, as text columns c0, c1, ...; blank cells are null.

    `name` tells the tables of one file apart; None where the file is one table. `widths` is how many cells each
    of the first rows has, in a file of lines; where every row has as many cells as there are columns it is empty.
    """

    name: str | None
    cells: pl.DataFrame
    widths: tuple[int, ...] = ()


def sheet_of(name: str | None, frame: pl.DataFrame, widths: Iterable[int] = ()) -> Sheet:
    """Sheet of a frame of text, its columns named by position."""
    return Sheet(name, frame.rename({old: f"c{i}" for i, old in enumerate(frame.columns)}), tuple(widths))
