"""What a kind of cell is, and the way every kind tries its readings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import polars as pl

Read = Callable[[pl.Series], pl.Series]
"""Text cells in (blank is null), values out; null where the cell cannot be read."""
Express = Callable[[pl.Expr], pl.Expr]
"""The same as an expression over the cells."""
ONCE: Final = pl.QueryOptFlags.none(comm_subexpr_elim=True)
"""What a value is tested for and what is then given is the same expression: it is calculated once."""


class Years(NamedTuple):
    """The return years in which a code may be used, both included."""

    first: int = 0
    last: int = 9999

    def allow(self, year: int) -> bool:
        """Whether the code may be used in that return year."""
        return self.first <= year <= self.last


EVERY_YEAR: Final = Years()


class Refusal(NamedTuple):
    """What a cell of a kind never is: a regular expression, what is wrong with a cell that fits it, and what to do.

    Such a cell sets its row aside, in a column that may be blank too.
    """

    code: str
    pattern: str
    text: str
    todo: str


@dataclass(frozen=True)
class Kind:
    """How the cells of a column are read.

    `first` reads the style that nearly every file is written in, so that the columns of a file are read in one pass;
    `read` reads every style, and that one in the same way. `wants` completes the sentence "the cell is not ...".
    `choices` are what a template offers. `years` dates the values that come or go with a return year; a value that
    is not named there is good in every year. `refusals` are looks of a cell that is none of the kind, `nothing` is a
    regular expression of what is written for a blank cell. `is_day` is true of days and months, which may be written in
    another order or be a spreadsheet's numbers.
    """

    name: str
    wants: str
    read: Read
    choices: tuple[str, ...] = ()
    first: Express | None = None
    years: Mapping[str, Years] = field(default_factory=dict[str, Years])
    refusals: tuple[Refusal, ...] = ()
    nothing: str = ""
    is_day: bool = False

    def out_of_season(self, year: int) -> list[str]:
        """Values that are real but not of that return year."""
        return [value for value, years in self.years.items() if not years.allow(year)]


def first_that_reads(cells: pl.Series, readings: Sequence[Read]) -> pl.Series:
    """Read with the commonest style; give only what is left unread to the next one."""
    values = readings[0](cells)
    for reading in readings[1:]:
        if values.null_count() == cells.null_count():
            break
        left = values.is_null() & cells.is_not_null()
        values = values.zip_with(~left, reading(cells.set(~left, None)))
    return values


def reading_by(expression: Express) -> Read:
    """Reading that is one expression over the cells, and so one pass."""

    def read(cells: pl.Series) -> pl.Series:
        cell = cells.to_frame("cell").lazy().select(expression(pl.col("cell")))
        return cell.collect(optimizations=ONCE).to_series().alias(cells.name)

    return read


def usually(
    name: str, wants: str, style: str, other: Express, *, refusals: tuple[Refusal, ...] = (), nothing: str = ""
) -> Kind:
    """Kind of a cell that is taken as it stands where it is of the style, and read in another way where it is not."""

    def usual(cell: pl.Expr) -> pl.Expr:
        return pl.when(cell.str.contains(style)).then(cell)

    def read(cells: pl.Series) -> pl.Series:
        return first_that_reads(cells, [reading_by(usual), reading_by(other)])

    return Kind(name, wants, read, first=usual, refusals=refusals, nothing=nothing)
