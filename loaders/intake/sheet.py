"""A table of text as a file holds it, before it is known what it is."""

from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from loaders.intake import limits
from loaders.reading import RefusedError


@dataclass(frozen=True)
class Sheet:
    """Every row of one table, headings among them, as text columns c0, c1, ...; blank cells are null.

    `name` tells the tables of one file apart; None where the file is one table. `widths` is how many cells each
    of the first rows has, in a file of lines; where every row has as many cells as there are columns it is empty.
    `uncalculated` counts cells of a workbook whose formula has no value, because nothing ever calculated it.
    """

    name: str | None
    cells: pl.DataFrame
    widths: tuple[int, ...] = ()
    uncalculated: int = 0


def sheet_of(name: str | None, frame: pl.DataFrame, widths: Iterable[int] = (), uncalculated: int = 0) -> Sheet:
    """Sheet of a frame of text, its columns named by position. Raises `RefusedError` where a cell is too long."""
    _refuse_long_cells(frame)
    cells = frame.rename({old: f"c{i}" for i, old in enumerate(frame.columns)})
    return Sheet(name, cells, tuple(widths), uncalculated)


def _refuse_long_cells(frame: pl.DataFrame) -> None:
    if frame.estimated_size() < limits.LONGEST_LINE:
        return
    longest = frame.select(pl.max_horizontal(pl.all().str.len_bytes().max())).item()
    if longest and longest > limits.LONGEST_LINE:
        raise RefusedError(
            f"A cell of the file is longer than {limits.LONGEST_LINE // limits.MEGABYTE} MB. "
            "Perhaps a quote was opened and never closed. Export the table again."
        )
