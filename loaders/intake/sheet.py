"""A table of text as a file holds it, before it is known what it is."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import polars as pl

from loaders.intake import limits
from loaders.reading import RefusedError

HEADINGS_WITHIN: Final = 20


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

    @cached_property
    def head(self) -> list[dict[str, str | None]]:
        """The rows in which the headings are looked for; above them may stand a title or notes."""
        return self.cells.head(HEADINGS_WITHIN).rows(named=True)


def sheet_of(name: str | None, frame: pl.DataFrame, widths: Iterable[int] = (), uncalculated: int = 0) -> Sheet:
    """Sheet of a frame of text, its columns named by position. Raises `RefusedError` where a cell is too long."""
    _refuse_long_cells(frame)
    names = [f"c{i}" for i in range(frame.width)]
    cells = frame if frame.columns == names else frame.rename(dict(zip(frame.columns, names, strict=True)))
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
