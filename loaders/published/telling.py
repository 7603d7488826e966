"""Columns by which the rows of a file differ: no two are of one area, period and group of children."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

import polars as pl

ROW: Final = "row"
REPEATED: Final = "rows {} and {} are of the same area, period and group of children"
TOGETHER: Final = 3
"""Columns of numbers that may tell rows apart together, at most."""
CANDIDATES: Final = 8
ROOM: Final = 1.5
"""How many more values than a group has rows may stand in a column that tells them apart: a filter has the same few
values in every area, a figure has others in each."""
WORDS_OF_FIGURES: Final = (
    "count",
    "percent",
    "percentage",
    "rate",
    "average",
    "mean",
    "median",
    "total",
    "cost",
    "estimate",
    "score",
    "%",
    "proportion",
    "population",
)


def is_called_a_figure(heading: str) -> bool:
    """Whether a heading is called as figures are, not groups."""
    return heading.strip().lower() == "number" or any(word in heading.lower() for word in WORDS_OF_FIGURES)


def differ(rows: pl.DataFrame, columns: Collection[str]) -> bool:
    """Whether no two rows are alike in these columns."""
    return rows.select(pl.struct(columns).n_unique()).item() == rows.height


@dataclass(frozen=True)
class Telling:
    """Rows with their number in the file, the columns that are sure to tell them apart, and numbers that may too."""

    given: pl.DataFrame
    sure: list[str]
    numbers: list[str]

    @cached_property
    def rows(self) -> pl.DataFrame:
        """The rows that are not wholly alike: the same row twice tells nothing of its columns."""
        return self.given.unique(pl.all().exclude(ROW), keep="first", maintain_order=True)

    def by(self, more: Iterable[str]) -> bool:
        """Whether no two rows are alike in the columns that are sure and these."""
        columns = [*self.sure, *more]
        return differ(self.given, columns) or differ(self.rows, columns)

    def by_numbers(self) -> list[tuple[str, ...]]:
        """The likeliest columns of numbers by which rows differ: several where one is as likely as another."""
        for size in range(1, TOGETHER + 1):
            if each := [some for some in combinations(self.few, size) if self._tells(some)]:
                best = min(map(self._order, each))
                return [some for some in each if self._order(some) == best]
        return []

    def alike(self) -> str:
        """Name two rows that are alike in the columns that are sure and the numbers that may tell them apart."""
        columns = [*self.sure, *self.few]
        told = self.rows.group_by(columns, maintain_order=True).agg(ROW).filter(pl.col(ROW).list.len() > 1)
        if told.is_empty():
            return "rows of one area and period repeat"
        first, second, *_ = told[ROW].to_list()[0]
        return REPEATED.format(first, second)

    @cached_property
    def room(self) -> float:
        """How many values a column may have that tells the rows of each group apart."""
        return ROOM * max(self.rows.group_by(self.sure).len()["len"].to_list())

    @cached_property
    def few(self) -> list[str]:
        """Columns of numbers that have few enough values, the fewest first."""
        values = {name: self.rows[name].n_unique() for name in self.numbers}
        return sorted((name for name, many in values.items() if many <= self.room), key=values.__getitem__)[:CANDIDATES]

    def _tells(self, some: tuple[str, ...]) -> bool:
        return self._values(some) <= self.room and self.by(some)

    def _values(self, some: tuple[str, ...]) -> int:
        return self.rows.select(pl.struct(*some).n_unique()).item()

    def _order(self, some: tuple[str, ...]) -> tuple[int, int, int]:
        """What is called a figure is the last to be a group; the fewer values the better; groups count on: 1, 2, 3."""
        named = sum(map(is_called_a_figure, some))
        return named, self._values(some), sum(not self._counts_on(name) for name in some)

    def _counts_on(self, name: str) -> bool:
        values = self.rows[name].cast(pl.Int64, strict=False).drop_nulls().unique().sort().to_list()
        return values == list(range(values[0], values[0] + len(values))) if values else False
