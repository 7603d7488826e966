"""Groups of rows told apart by number: quick to count by, and told by name again at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

MOST_UNUSED: Final = 2_000_000
"""Numbers up to which it does not matter that some stand for no row."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True)
class Column:
    """How the values of one column are numbered: from its least one, null last."""

    name: str
    dtype: pl.DataType
    physical: pl.DataType
    least: int
    size: int

    def numbers(self, values: pl.Series) -> Numbers:
        """Give the numbers of values."""
        physical = _physical(values)
        whole = physical.cast(pl.Int64).fill_null(self.least + self.size - 1) if physical.null_count() else physical
        numbers = whole.to_numpy().astype(np.int64)
        if self.least:
            numbers -= self.least
        return numbers

    def named(self, numbers: Numbers) -> pl.Series:
        """Give the values that numbers stand for."""
        is_null = numbers == self.size - 1
        known = pl.Series(self.name, numbers + self.least)
        values = (known.set(pl.Series(is_null), None) if is_null.any() else known).cast(self.physical)
        if not isinstance(self.dtype, CATEGORICAL):
            return values.cast(self.dtype)
        labels = values.cat.to(self.dtype)
        return labels.cast(pl.String) if isinstance(self.dtype, pl.Categorical) else labels


CATEGORICAL: Final = (pl.Categorical, pl.Enum)


@dataclass(frozen=True)
class Numbered:
    """How the groups of rows are numbered, and how many numbers there are; `known` are those in use, null for all."""

    size: int
    columns: Sequence[Column]
    known: Numbers | None = None

    def of_rows(self, rows: pl.DataFrame) -> Numbers:
        """Give the number of each row's group; just one where there is but one group."""
        numbers = np.zeros(1, dtype=np.int64)
        for at, column in enumerate(self.columns):
            own = column.numbers(rows[column.name])
            numbers = numbers * column.size + own if at else own
        return numbers if self.known is None else np.searchsorted(self.known, numbers)

    def named(self, numbers: Numbers) -> pl.DataFrame:
        """Give the groups that numbers stand for, text as text."""
        left, found = numbers if self.known is None else self.known[numbers], list[pl.Series]()
        for column in reversed(self.columns):
            found.append(column.named(left % column.size))
            left = left // column.size
        return pl.DataFrame(found[::-1])


def numbered(rows: pl.DataFrame, by: Sequence[str], each: int) -> Numbered:
    """Number the groups of rows by some columns; `each` is how many cells every number is to have."""
    columns = [_column(rows[name]) for name in by]
    groups = Numbered(prod(column.size for column in columns), columns)
    if groups.size * each <= MOST_UNUSED:
        return groups
    known = np.unique(groups.of_rows(rows))
    return Numbered(len(known), columns, known)


def is_numbered(dtype: pl.DataType) -> bool:
    """Say whether values of a type are whole numbers underneath."""
    return dtype.is_integer() or isinstance(dtype, (*CATEGORICAL, pl.Boolean, pl.Date))


def _column(series: pl.Series) -> Column:
    physical = _physical(series)
    known = physical.drop_nulls() if physical.null_count() else physical
    numbers = known.to_numpy()
    least, most = (int(numbers.min()), int(numbers.max())) if len(numbers) else (0, 0)
    return Column(series.name, series.dtype, physical.dtype, least, most - least + 2)


def _physical(series: pl.Series) -> pl.Series:
    return series.cast(pl.UInt8) if series.dtype == pl.Boolean else series.to_physical()
