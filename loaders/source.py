"""How a source is declared: its columns, what each means, and what a good row is. Reading is `loaders.reading.rows`."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final, Literal

import polars as pl

from loaders.authorities import Authority
from loaders.findings import Found, Severity
from loaders.kinds import Kind, Years
from loaders.kinds.kind import EVERY_YEAR
from loaders.reading.headings import plain

EXAMPLE: Final = "EXAMPLE"
"""What stands in the first column of a template's example row; a row that begins so is no data."""
MOST_KEPT: Final = 64
"""Sources for which what is asked of their rows is kept ready: some are made of a file's own headings."""


@dataclass(frozen=True)
class Handed:
    """Who handed a file in, for which return year (ending 31 March), and the last day it speaks of.

    `is_undated` where nothing says that last day and the year has not ended: `as_at` is then the day of reading.
    """

    borough: Authority | None = None
    return_year: int | None = None
    as_at: date | None = None
    is_undated: bool = False


@dataclass(frozen=True)
class Column:
    """One column of a raw file.

    `header` is its heading (case, spaces and marks do not matter) and `also` holds other headings of the same; `name`
    is the clean name. A `required` cell may not be blank: the row is set aside. An `optional` column may be missing
    from the file. Any other column must be there, with blanks if need be. `told_by` holds headings of other columns
    that say what a blank cell of this one means ("Annual cost": the amount is for a year). `like` holds patterns of
    plain headings, the likeliest first, for a supplier whose headings change from release to release: they are looked
    at where none of the headings is there. `absent` is the cell of every row of a file without the column, `unread`
    what an unreadable cell is taken as. `rule` is the number of the DfE's rule that a wrong cell breaks. `is_end`
    marks the day on which something ended, which a blank cell leaves open: what is done with an unreadable one is told
    in `loaders.reading.end_dates`. `ends_on` is the clean name of the column whose day it then takes; without it the
    row is set aside. `end_reason` is the clean name of the column that says why it ended: beside it no word of the
    end's own column means that it goes on.
    """

    header: str
    name: str
    kind: Kind
    meaning: str
    example: str = ""
    required: bool = False
    optional: bool = False
    also: tuple[str, ...] = ()
    told_by: Mapping[str, str] = field(default_factory=dict[str, str])
    like: tuple[str, ...] = ()
    absent: str = ""
    unread: str = ""
    rule: str = ""
    is_end: bool = False
    ends_on: str = ""
    end_reason: str = ""

    @property
    def breach(self) -> str:
        """The DfE's rule that a wrong cell breaks, in brackets, where there is one."""
        return f" (DfE rule {self.rule})" if self.rule else ""


@dataclass(frozen=True)
class Check:
    """What is true of a good row, as an expression over clean names; a null answer means it cannot be judged.

    An `error` sets the row aside, a `warning` keeps it. `message` says what is wrong and what to do.
    """

    code: str
    column: str
    message: str
    good: pl.Expr
    severity: Severity = "error"


@dataclass(frozen=True)
class Repair:
    """A change made on purpose: where `when` is true, `sets` gives new values, and a warning says so."""

    code: str
    column: str
    message: str
    when: pl.Expr
    sets: Mapping[str, pl.Expr]


Step = Callable[[pl.DataFrame, Handed], pl.DataFrame]
Remarks = Callable[[pl.DataFrame], Iterable[Found]]


@dataclass(frozen=True, eq=False)
class Source:
    """One kind of file: what it is called, what it holds, and the clean table that it becomes.

    `key` names the columns that tell rows apart: of rows with the same key that are wholly equal one counts, and
    those that differ are all set aside (a null in the key tells apart; without a key only equal rows are the same).
    `repeats` says otherwise of rows that differ: each of them counts, or the last stands, in a supplier's own list that
    says the same thing in several places. `left_out` are
    headings known to the return and never kept. `prepare` brings cells to one measure before repairs, `complete`
    adds what is looked up, `derive` what follows from the row itself, and `reshape` makes long rows of wide ones.
    `remarks` gives findings about the file as a whole from its good rows. `dashes_are_blank` where the supplier
    writes "-" for nothing. `of_others` tells, by cells, rows that are rightly of another authority's child.
    `of_borough` is false for registers and published figures. `years` are the return years that ask for it; of any
    other it is read with a note. `version` is said in the template: it changes with the columns.
    """

    slug: str
    title: str
    about: str
    table: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    repeats: Literal["ask", "each counts", "last stands"] = "ask"
    left_out: tuple[str, ...] = ()
    prepare: Step | None = None
    repairs: tuple[Repair, ...] = ()
    complete: Step | None = None
    derive: Mapping[str, pl.Expr] = field(default_factory=dict[str, pl.Expr])
    checks: tuple[Check, ...] = ()
    reshape: Step | None = None
    remarks: Remarks | None = None
    dashes_are_blank: bool = False
    of_others: Callable[[pl.DataFrame], pl.Series] | None = None
    of_borough: bool = True
    years: Years = EVERY_YEAR
    version: str = "November 2026"

    @cached_property
    def spellings(self) -> tuple[tuple[Column, tuple[str, ...]], ...]:
        """Each column with its headings as they are compared."""
        return tuple((column, tuple(map(plain, (column.header, *column.also)))) for column in self.columns)

    @cached_property
    def spelt(self) -> frozenset[str]:
        """Every heading that it knows, as they are compared."""
        return frozenset(name for _, names in self.spellings for name in names)

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """The headings, as they are compared, of each column that a file must have: one of them will do.

        A column that is also known by what its heading is like is not among them.
        """
        return tuple(frozenset(names) for column, names in self.spellings if not column.optional and not column.like)

    @cached_property
    def patterns(self) -> dict[str, tuple[re.Pattern[str], ...]]:
        """By clean name of a column, what its heading may be like."""
        return {column.name: tuple(map(re.compile, column.like)) for column in self.columns if column.like}

    @cached_property
    def telling(self) -> dict[str, dict[str, str]]:
        """By clean name of a column, what headings of others, as they are compared, say of its blank cells."""
        told = {column.name: column.told_by for column in self.columns if column.told_by}
        return {name: {plain(heading): cell for heading, cell in each.items()} for name, each in told.items()}

    def needed(self) -> list[Column]:
        """Columns that a file must have to be this source."""
        return [column for column in self.columns if not column.optional]
