"""Groups of rows told apart by number: quick to count by, and told by name again at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
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

    def named(self, numbers: Numbers) -> pl.Series:
        """Give the values that numbers stand for."""
        is_null = numbers == self.size - 1
        values = pl.Series(self.name, np.where(is_null, 0, numbers) + self.least).cast(self.physical)
        whole = values.cat.to(self.dtype) if isinstance(self.dtype, CATEGORICAL) else values.cast(self.dtype)
        return whole.set(pl.Series(is_null), None) if is_null.any() else whole


CATEGORICAL: Final = (pl.Categorical, pl.Enum)


@dataclass(frozen=True)
class Numbered:
    """The number of each row's group, how many numbers there are, and what they stand for."""

    of_row: Numbers
    size: int
    columns: Sequence[Column]
    known: Numbers | None

    def named(self, numbers: Numbers) -> pl.DataFrame:
        """Give the groups that numbers stand for, text as text."""
        left, found = numbers if self.known is None else self.known[numbers], list[pl.Series]()
        for column in reversed(self.columns):
            found.append(column.named(left % column.size))
            left = left // column.size
        return pl.DataFrame(found[::-1]).cast({pl.Categorical: pl.String})


def numbered(rows: pl.DataFrame, each: int) -> Numbered:
    """Number the groups of rows; `each` is how many cells every number is to have."""
    of_row, size, columns = np.zeros(1, dtype=np.int64), 1, list[Column]()
    for series in rows:
        column, numbers = _column(series)
        of_row = numbers if not columns else of_row * column.size + numbers
        size, columns = size * column.size, [*columns, column]
    if size * each <= MOST_UNUSED:
        return Numbered(of_row, size, columns, None)
    known, of_row = np.unique(of_row, return_inverse=True)
    return Numbered(of_row, len(known), columns, known)


def _column(series: pl.Series) -> tuple[Column, Numbers]:
    physical = series.cast(pl.UInt8) if series.dtype == pl.Boolean else series.to_physical()
    least, most = (int(of) if isinstance(of, int) else 0 for of in (physical.min(), physical.max()))
    size = most - least + 2
    whole = physical.cast(pl.Int64).fill_null(most + 1) if physical.null_count() else physical
    numbers = whole.to_numpy().astype(np.int64)
    if least:
        numbers -= least
    return Column(series.name, series.dtype, physical.dtype, least, size), numbers
