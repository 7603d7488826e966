"""What is summed of each group, and the groups that have no rows: a zero is seen as one."""

from typing import Final

import numpy as np
import polars as pl

from metrics.card import Metric, Statistic
from metrics.engine.coverage import boroughs
from metrics.engine.group_codes import Numbers, is_numbered, numbered
from metrics.engine.query import Question
from metrics.engine.small_queries import collected
from metrics.populations import Tables

AS_TEXT: Final = pl.col(pl.Categorical).cast(pl.String)
"""What was told apart by number, under its own name again."""

SUMS: Final = [pl.col("numerator").sum(), pl.col("denominator").sum(), pl.len().alias("rows")]

ADDED: Final = ("numerator", "denominator", "n")

PLAIN: Final = frozenset({Statistic.COUNT, Statistic.SHARE, Statistic.RATE})
"""Statistics of nothing but sums of whole numbers: those of money are added up with more care for the last digit."""

POWERS: Final = [
    pl.col("numerator").pow(2).sum().alias("numerator_squared"),
    pl.col("denominator").pow(2).sum().alias("denominator_squared"),
    (pl.col("numerator") * pl.col("denominator")).sum().alias("product"),
    pl.col("numerator").pow(3).sum().alias("numerator_cubed"),
    pl.col("denominator").pow(3).sum().alias("denominator_cubed"),
    (pl.col("numerator").pow(2) * pl.col("denominator")).sum().alias("product_twice_numerator"),
    (pl.col("numerator") * pl.col("denominator").pow(2)).sum().alias("product_twice_denominator"),
]
"""What the interval of a mean is made of: how far its cases lie from it, squared and cubed."""


def sums_of(metric: Metric) -> list[pl.Expr]:
    """Give what is summed, as the metric's statistic needs."""
    n = pl.col("n").sum()
    if metric.n_of is not None and metric.of_each is None:
        n = pl.col(metric.n_of).n_unique().cast(pl.Int64).alias("n")
    sums = [*SUMS, n, *(POWERS if metric.statistic is Statistic.MEAN else [])]
    if metric.statistic is Statistic.QUANTILE:
        sums.append(pl.col("numerator").sort().implode().alias("values"))
    if metric.statistic is Statistic.GIVEN:
        sums.append(pl.col("symbol").first())
    return sums


def grouped(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Sum rows by group, the groups in order and their names as text."""
    by, metric = question.by, question.metric
    if by and _is_plain(metric) and all(is_numbered(rows.schema[name]) for name in by):
        return _added(rows, by)
    rows, sums = _of_units(rows, question), sums_of(metric)
    if not by:
        return collected(rows.lazy().select(sums).with_columns(AS_TEXT))
    groups = rows.lazy().group_by(by, maintain_order=True).agg(sums)
    return collected(groups.with_columns(AS_TEXT).sort(by, nulls_last=True))


def _of_units(rows: pl.DataFrame, question: Question) -> pl.DataFrame:
    """Add up the rows of each child before a mean: stretches of one price are not so many prices of their own.

    Children are drawn into care, not rows: the interval of a mean is that of as many cases as it counts (Cochran 1977,
    clusters of unequal size).
    """
    unit = question.metric.n_of
    if question.metric.statistic is not Statistic.MEAN or unit is None or question.metric.of_each is not None:
        return rows
    return rows.group_by(*question.by, unit, maintain_order=True).agg(pl.col("numerator", "denominator").sum())


def _is_plain(metric: Metric) -> bool:
    """Say whether nothing is needed but what can be added up row by row."""
    return metric.statistic in PLAIN and (metric.n_of is None or metric.of_each is not None)


def _added(rows: pl.DataFrame, by: tuple[str, ...]) -> pl.DataFrame:
    """Add up by the number of each row's group: some hundred groups are there in half of the time."""
    groups = numbered(rows, by, 1)
    line = groups.of_rows(rows)
    many = np.bincount(line, minlength=groups.size)
    there = np.flatnonzero(many)
    sums = [_sums(rows[name], line, groups.size)[there] for name in ADDED]
    figures = groups.named(there).hstack([*sums, pl.Series("rows", many[there], pl.get_index_type())])
    is_in_order = pl.String not in figures.schema.values()
    return figures if is_in_order else collected(figures.lazy().sort(by, nulls_last=True))


def _sums(values: pl.Series, line: Numbers, size: int) -> pl.Series:
    known = values.fill_null(0) if values.null_count() else values
    sums = pl.Series(values.name, np.bincount(line, known.to_numpy(), size))
    return sums.cast(pl.Int64 if values.dtype.is_integer() else pl.Float64)  # NumPy's sums of nothing are whole


def with_boroughs(sums: pl.DataFrame, question: Question, tables: Tables) -> pl.DataFrame:
    """Put in the boroughs that have no row in any period."""
    if {*question.by} != {"borough", question.step}:
        return sums
    everyone = boroughs(question, tables)
    return sums if {*everyone} <= {*sums["borough"].unique()} else completed(sums, question, everyone)


def completed(groups: pl.DataFrame, question: Question, boroughs: list[str]) -> pl.DataFrame:
    """Put in the periods, and the boroughs, in which a group has no rows, so that a zero is seen as one."""
    by, step = question.by, question.step
    is_of_boroughs = {*by} - {step} == {"borough"}
    if not step and not is_of_boroughs:
        return groups
    grid = groups.lazy().select(name for name in by if name != step).unique()
    if is_of_boroughs:
        known = pl.LazyFrame({"borough": boroughs}, schema={"borough": groups.schema["borough"]})
        grid = pl.concat([grid, known]).unique()
    if step:
        labels = question.periods.lazy().select(step)
        grid = labels if by == (step,) else grid.join(labels, how="cross")
    full = grid.join(groups.lazy(), on=by, how="left", nulls_equal=True)
    counts = [name for name, dtype in groups.schema.items() if dtype.is_numeric() and name not in by]
    return collected(full.with_columns(pl.col(counts).fill_null(0)).sort(by, nulls_last=True))
