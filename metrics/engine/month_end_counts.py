"""Counts at the ends of many periods, from what opened and what closed: no row is written out for every period.

A spell counts from the first period at whose end it is open until before the first at whose end it is closed. So
what opens is added there, what closes taken away, and the running sum is how many are open.
"""

from collections.abc import Sequence, Set
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from metrics.card import Metric, Statistic
from metrics.engine.group_codes import Numbered, numbered
from metrics.engine.query import Question
from metrics.engine.small_queries import collected
from metrics.populations import POPULATIONS
from metrics.populations.periods import CLOSED, FOREVER, OPENED, months_ended, place

COUNTED: Final = frozenset({Statistic.COUNT, Statistic.SHARE})
"""Statistics that are made of whole numbers, which add up and take away without a rest."""

MOST_CELLS: Final = 20_000_000
"""Groups by periods beyond which rows are the better way."""

BLOCK: Final = 131_072
"""Rows counted together: few enough that what is made of them on the way stays near the processor."""

POOL: Final = ThreadPoolExecutor(pl.thread_pool_size())
"""Blocks are counted side by side: NumPy lets others work while it counts."""

Sums = NDArray[np.float64]


def is_stock(question: Question) -> bool:
    """Say whether a figure counts spells at the ends of several periods."""
    metric = question.metric
    is_counted = metric.statistic in COUNTED and metric.n_of is None and metric.of_each is None
    return is_counted and _is_of_spells(metric) and question.step is not None and question.periods.height > 1


def _is_of_spells(metric: Metric) -> bool:
    return len(metric.needs) == 1 and POPULATIONS[metric.needs[0]].spells is not None


def stock(spells: pl.LazyFrame, question: Question, silent: pl.DataFrame | None = None) -> pl.DataFrame | None:
    """Sum spells by group and period: groupings, numerator, denominator, n and rows, in order, zeros too.

    `silent` names boroughs, by period_end, whose spells are left out. None where they do not come in whole numbers,
    or in too many groups.
    """
    if silent is None:
        return _stock(spells, question)
    each = _stock(spells, replace(question, by=("borough", *question.by)))
    return None if each is None else _of_others(each, question, silent)


def _of_others(each: pl.DataFrame, question: Question, silent: pl.DataFrame) -> pl.DataFrame:
    """Add up the boroughs that are not silent; a group that nobody is in at any end is left out."""
    named = silent.lazy().join(question.periods.lazy(), on="period_end").select("borough", str(question.step))
    heard = each.lazy().join(named.with_columns(is_silent=True), on=["borough", str(question.step)], how="left")
    sums = ["numerator", "denominator", "n", "rows"]
    counted = heard.with_columns(pl.when(pl.col("is_silent").is_null()).then(pl.col(sums)).otherwise(0).name.keep())
    added = counted.group_by(question.by).agg(pl.col(sums).sum()).sort(question.by, nulls_last=True).collect()
    group = [name for name in question.by if name != question.step]
    return added.filter((pl.col("rows").sum() > 0).over(group)) if group else added


def _stock(spells: pl.LazyFrame, question: Question) -> pl.DataFrame | None:
    by = [name for name in question.by if name != question.step]
    rows, at = _placed(spells, by, question.periods["period_end"])
    told = rows.select(_CONSTANT).row(0)
    groups = numbered(rows, by, at[-1] - at[0] + 2)
    if groups.size * question.periods.height > MOST_CELLS or not all(told[len(_SUMMED) :]):
        return None
    ones = {name for name, is_one in zip(_SUMMED, told, strict=False) if is_one}
    return _long(_running(rows, groups, ones, at), groups, question)


_SUMMED: Final = ("numerator", "denominator", "n")

_CONSTANT: Final = [
    *((pl.col(name) == 1).all() for name in _SUMMED),
    *((pl.col(name) == pl.col(name).floor()).all().alias(f"{name} is whole") for name in _SUMMED[:2]),
]
"""Which are one of every row, and whether they come in whole numbers."""


def _placed(spells: pl.LazyFrame, by: list[str], ends: pl.Series) -> tuple[pl.DataFrame, list[int]]:
    """Give where spells open and close, beside what is summed, and where the periods end.

    By month, as tables in memory hold it, where every period ends with a month; else by the number of the period.
    """
    months = months_ended(ends)
    if months is not None and OPENED in spells.collect_schema():
        rows = spells.select(*by, *_SUMMED, _first=pl.col(OPENED), _after=pl.col(CLOSED))
        return rows.collect(engine="in-memory"), months
    ended = pl.col("ended").fill_null(FOREVER)
    placed = spells.select(*by, *_SUMMED, _first=place(pl.col("started"), ends), _after=place(ended, ends))
    rows = placed.filter(pl.col("_first") < pl.col("_after")).cast({pl.String: pl.Categorical})
    return rows.collect(), list(range(len(ends)))


def _running(rows: pl.DataFrame, groups: Numbered, ones: Set[str], at: list[int]) -> dict[str, Sums]:
    """Give sums by group, a line each, and period."""
    months, weighted = range(at[0], at[-1] + 2), [name for name in _SUMMED if name not in ones]
    block, change = max(BLOCK, groups.size * len(months)), partial(_change, groups, months, weighted)
    changes = POOL.map(change, rows.iter_slices(block)) if rows.height > block else [change(rows)]
    running = sum(changes, np.zeros(())).cumsum(axis=2)[:, :, np.array(at) - at[0]]
    sums = dict(zip(["rows", *weighted], running, strict=True))
    return {name: sums.get(name, sums["rows"]) for name in [*_SUMMED, "rows"]}


def _change(groups: Numbered, months: range, weighted: Sequence[str], rows: pl.DataFrame) -> Sums:
    """Give what opens less what closes of each group in each month: of the rows, and of each that is weighted."""
    line = groups.of_rows(rows) * len(months) - months[0]
    opened, closed = (line + np.clip(rows[name].to_numpy(), months[0], months[-1]) for name in ("_first", "_after"))
    weights = [None, *(rows[name].cast(pl.Float64).to_numpy() for name in weighted)]
    size = groups.size * len(months)
    changes = [np.bincount(opened, of, size) - np.bincount(closed, of, size) for of in weights]
    return np.array(changes, np.float64).reshape(len(weights), groups.size, len(months))


def _long(sums: dict[str, Sums], groups: Numbered, question: Question) -> pl.DataFrame:
    """Put groups and periods beside their sums, in order; a group that nobody is in at any end is left out."""
    named, flat = question.periods[str(question.step)].to_frame(), {name: of.ravel() for name, of in sums.items()}
    if groups.columns:
        there = np.flatnonzero(sums["rows"].any(axis=1))
        labels = groups.named(there)
        order = collected(labels.lazy().with_row_index("_at").sort(labels.columns, nulls_last=True))["_at"]
        named = labels[order].join(named, how="cross", maintain_order="left_right")
        flat = {name: of[there[order.to_numpy()]].ravel() for name, of in sums.items()}
    long = named.hstack([_typed(name, values) for name, values in flat.items()])
    return long if question.by[-1] == question.step else long.sort(question.by, nulls_last=True)


def _typed(name: str, values: Sums) -> pl.Series:
    return pl.Series(name, values).cast({"n": pl.Int64, "rows": pl.get_index_type()}.get(name, pl.Float64))
