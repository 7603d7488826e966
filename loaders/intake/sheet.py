"""A table of text as a file holds it, before it is known what it is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import polars as pl

from loaders.findings import Found
from loaders.intake import limits
from loaders.intake.marks import unmarked
from loaders.reading.result import RefusedError

HEADINGS_WITHIN: Final = 20


@dataclass(frozen=True)
class Sheet:
    """Every row of one table, headings among them, as text columns c0, c1, ...; blank cells are null.

    `name` tells the tables of one file apart; None where the file is one table. `widths` is how many cells each
    of the first rows has, in a file of lines; where every row has as many cells as there are columns it is empty.
    `is_hidden` is true of a workbook's sheet that nobody sees who opens it. `is_1904` is true where a number that
    stands for a day counts from 1904; cells that are formatted as days are right already. `is_tidy` is true where no
    cell has a blank at its ends or a word for nothing. `may_be_empty` is true of a table of a whole return that need
    not have rows. `said` is what its file says beside its rows of whose they are and of which year, by heading.
    """

    name: str | None
    cells: pl.DataFrame
    widths: tuple[int, ...] = ()
    is_hidden: bool = False
    is_1904: bool = False
    is_tidy: bool = False
    may_be_empty: bool = False
    said: Mapping[str, str] = field(default_factory=dict[str, str])

    @cached_property
    def head(self) -> list[dict[str, str | None]]:
        """The rows in which the headings are looked for; above them may stand a title or notes."""
        return self.cells.head(HEADINGS_WITHIN).rows(named=True)


@dataclass(frozen=True)
class Opened:
    """A file opened: its sheets, and what is to be told of how they were read.

    `meta` is the file that lies beside it and says what its columns mean.
    """

    sheets: list[Sheet]
    notes: list[Found] = field(default_factory=list[Found])
    meta: bytes | None = None


def sheet_of(
    name: str | None,
    frame: pl.DataFrame,
    widths: Iterable[int] = (),
    *,
    is_hidden: bool = False,
    is_plain: bool = False,
    is_tidy: bool = False,
) -> Sheet:
    """Sheet of a frame of text, its columns named by position, its cells without marks that nobody sees.

    `is_plain` says that there are none, `is_tidy` that no cell needs trimming. Raises `RefusedError` where a cell is
    too long.
    """
    _refuse_long_cells(frame)
    names = [f"c{i}" for i in range(frame.width)]
    cells = frame if frame.columns == names else frame.rename(dict(zip(frame.columns, names, strict=True)))
    return Sheet(name, cells if is_plain else unmarked(cells), tuple(widths), is_hidden, is_tidy=is_tidy)


def _refuse_long_cells(frame: pl.DataFrame) -> None:
    if frame.estimated_size() < limits.LONGEST_LINE:
        return
    longest = frame.select(pl.max_horizontal(pl.all().str.len_bytes().max())).item()
    if longest and longest > limits.LONGEST_LINE:
        raise RefusedError(
            f"A cell of the file is longer than {limits.LONGEST_LINE // limits.MEGABYTE} MB. "
            "Perhaps a quote was opened and never closed. Export the table again."
        )
