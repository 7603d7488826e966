"""Counts at the ends of many periods, from what opened and what closed: no row is written out for every period.

A spell counts from the first period at whose end it is open until before the first at whose end it is closed. So
what opens is added there, what closes taken away, and the running sum is how many are open.
"""

from collections.abc import Sequence
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


def is_stock(question: Question) -> bool:
    """Say whether a figure counts spells at the ends of several periods."""
    metric = question.metric
    is_counted = metric.statistic in COUNTED and metric.n_of is None and metric.of_each is None
    return is_counted and _is_of_spells(metric) and question.step is not None and question.periods.height > 1


def _is_of_spells(metric: Metric) -> bool:
    return len(metric.needs) == 1 and metric.needs[0] in SPELLS


def stock(spells: pl.LazyFrame, question: Question) -> pl.DataFrame | None:
    """Sum spells by group and period: groupings, numerator, denominator, n and rows; where there are none, no row.

    None where they do not come in whole numbers, or in too many groups.
    """
    step, periods = question.step, question.periods
    by = [name for name in question.by if name != step]
    ends, ended = periods["period_end"], pl.col("ended").fill_null(FOREVER)
    texts = [name for name, dtype in spells.select(by).collect_schema().items() if dtype == pl.String]
    placed = spells.with_columns(pl.col(texts).cast(pl.Categorical)).select(
        *by, "numerator", "denominator", "n", _first=place(pl.col("started"), ends), _after=place(ended, ends)
    )
    rows = placed.filter(pl.col("_first") < pl.col("_after")).collect()
    groups, how_many = _coded(rows, by)
    if how_many * (periods.height + 1) > MOST_CELLS or not _are_whole(rows):
        return None
    sums = _running(rows, groups, how_many, periods.height)
    labels = _labels(rows.select(by), groups, how_many).with_columns(pl.col(texts).cast(pl.String))
    return _long(sums, labels, periods.select(str(step)))


def _are_whole(rows: pl.DataFrame) -> bool:
    values = pl.col("numerator", "denominator")
    return all(rows.select((values == values.floor()).all()).row(0))


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


def _running(rows: pl.DataFrame, groups: Places, how_many: int, periods: int) -> pl.DataFrame:
    """Give sums by group and period, group by group."""
    row = groups * (periods + 1)
    opened, closed = row + rows["_first"].to_numpy(), row + rows["_after"].to_numpy()

    def summed(weights: NDArray[np.float64] | None) -> NDArray[np.float64]:
        size = how_many * (periods + 1)
        change = np.bincount(opened, weights, size) - np.bincount(closed, weights, size)
        return change.reshape(how_many, periods + 1).cumsum(axis=1)[:, :periods].ravel().astype(np.float64)

    counts = summed(None)
    sums = {name: counts if _is_one(rows[name]) else summed(rows[name].cast(pl.Float64).to_numpy()) for name in _SUMMED}
    return pl.DataFrame({**sums, "rows": counts}).cast({"n": pl.Int64, "rows": pl.get_index_type()})


_SUMMED: Final[Sequence[str]] = ("numerator", "denominator", "n")


def _is_one(column: pl.Series) -> bool:
    return bool((column == 1).all())


def _long(sums: pl.DataFrame, labels: pl.DataFrame, steps: pl.DataFrame) -> pl.DataFrame:
    """Put groups and periods beside their sums, and leave out what has no rows."""
    named = labels.join(steps, how="cross", maintain_order="left_right") if labels.width else steps
    return pl.concat([named, sums], how="horizontal").filter(pl.col("rows") > 0)
