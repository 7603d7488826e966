"""Counts at the ends of many periods, from what opened and what closed: no row is written out for every period.

A spell counts from the first period at whose end it is open until before the first at whose end it is closed. So
what opens is added there, what closes taken away, and the running sum is how many are open.
"""

from collections.abc import Sequence, Set
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from metrics.card import Metric, Statistic
from metrics.populations import SPELLS
from metrics.populations.periods import FOREVER, place
from metrics.question import Question

COUNTED: Final = frozenset({Statistic.COUNT, Statistic.SHARE})
"""Statistics that are made of whole numbers, which add up and take away without a rest."""

MOST_CELLS: Final = 20_000_000
"""Groups by periods beyond which rows are the better way."""

Places = NDArray[np.int64]
Sums = NDArray[np.float64]


def is_stock(question: Question) -> bool:
    """Say whether a figure counts spells at the ends of several periods."""
    metric = question.metric
    is_counted = metric.statistic in COUNTED and metric.n_of is None and metric.of_each is None
    return is_counted and _is_of_spells(metric) and question.step is not None and question.periods.height > 1


def _is_of_spells(metric: Metric) -> bool:
    return len(metric.needs) == 1 and metric.needs[0] in SPELLS


def stock(spells: pl.LazyFrame, question: Question) -> pl.DataFrame | None:
    """Sum spells by group and period: groupings, numerator, denominator, n and rows, in order, noughts too.

    None where they do not come in whole numbers, or in too many groups.
    """
    by, periods = [name for name in question.by if name != question.step], question.periods
    rows = _placed(spells, by, periods["period_end"])
    groups, how_many = _coded(rows, by)
    constant = rows.select(_CONSTANT).row(0)
    if how_many * (periods.height + 1) > MOST_CELLS or not all(constant[len(_SUMMED) :]):
        return None
    labels = _labels(rows.select(by), groups, how_many).cast({pl.Categorical: pl.String})
    ones = {name for name, is_one in zip(_SUMMED, constant, strict=False) if is_one}
    sums = _running(rows, groups, how_many, ones, periods.height)
    return _long(sums, labels, question)


_SUMMED: Final = ("numerator", "denominator", "n")

_CONSTANT: Final = [
    *((pl.col(name) == 1).all() for name in _SUMMED),
    *((pl.col(name) == pl.col(name).floor()).all().alias(f"{name} is whole") for name in _SUMMED[:2]),
]
"""Which are one of every row, and whether they come in whole numbers."""


def _placed(spells: pl.LazyFrame, by: Sequence[str], ends: pl.Series) -> pl.DataFrame:
    """Give the first period that a spell counts in, and the one that it no longer does, beside what is summed."""
    ended = pl.col("ended").fill_null(FOREVER)
    placed = spells.select(*by, *_SUMMED, _first=place(pl.col("started"), ends), _after=place(ended, ends))
    return placed.filter(pl.col("_first") < pl.col("_after")).cast({pl.String: pl.Categorical}).collect()


def _coded(rows: pl.DataFrame, by: Sequence[str]) -> tuple[Places, int]:
    """Number the groups of rows from nought; some numbers may stand for none."""
    groups, how_many = np.zeros(rows.height, dtype=np.int64), 1
    for number, column in enumerate(rows.select(by)):
        numbers = column.to_physical().cast(pl.Int64)
        dense, size = _dense((numbers - (numbers.min() or 0) + 1).fill_null(0).to_numpy())
        groups, how_many = _dense(groups * size + dense) if number else (dense, size)
    return groups, how_many


def _dense(codes: Places) -> tuple[Places, int]:
    there = np.bincount(codes) > 0
    return (np.cumsum(there) - 1)[codes], int(there.sum())


def _labels(rows: pl.DataFrame, groups: Places, how_many: int) -> pl.DataFrame:
    """Give the groupings of each group, as one of its rows has them."""
    one = np.zeros(how_many, dtype=np.int64)
    one[groups] = np.arange(len(groups))
    return rows[one] if rows.width else rows


def _running(rows: pl.DataFrame, groups: Places, how_many: int, ones: Set[str], periods: int) -> dict[str, Sums]:
    """Give sums by group, a line each, and period."""
    row = groups * (periods + 1)
    opened, closed = row + rows["_first"].to_numpy(), row + rows["_after"].to_numpy()

    def summed(weights: Sums | None) -> Sums:
        size = how_many * (periods + 1)
        change = np.bincount(opened, weights, size) - np.bincount(closed, weights, size)
        return change.reshape(how_many, periods + 1).cumsum(axis=1)[:, :periods].astype(np.float64)

    counts = summed(None)
    sums = {name: counts if name in ones else summed(rows[name].cast(pl.Float64).to_numpy()) for name in _SUMMED}
    return {**sums, "rows": counts}


def _long(sums: dict[str, Sums], labels: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Put groups and periods beside their sums, in order."""
    steps = question.periods.select(str(question.step))
    order = labels.with_row_index("_at").sort(labels.columns, nulls_last=True)["_at"] if labels.width else None
    named = labels[order].join(steps, how="cross", maintain_order="left_right") if order is not None else steps
    flat = {name: (of if order is None else of[order.to_numpy()]).ravel() for name, of in sums.items()}
    long = named.with_columns(pl.Series(name, values) for name, values in flat.items())
    typed = long.with_columns(pl.col("n").cast(pl.Int64), pl.col("rows").cast(pl.get_index_type()))
    return typed if question.by[-1] == question.step else typed.sort(question.by, nulls_last=True)
