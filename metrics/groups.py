"""What is summed of each group, and the groups that have no rows: a nought is seen as one."""

from typing import Final

import polars as pl

from metrics.card import Metric, Statistic
from metrics.coverage import boroughs
from metrics.populations import Tables
from metrics.question import Question

AS_TEXT: Final = pl.col(pl.Categorical).cast(pl.String)
"""What was told apart by number, under its own name again."""

SUMS: Final = [pl.col("numerator").sum(), pl.col("denominator").sum(), pl.len().alias("rows")]

SQUARES: Final = [
    pl.col("numerator").pow(2).sum().alias("numerator_squared"),
    pl.col("denominator").pow(2).sum().alias("denominator_squared"),
    (pl.col("numerator") * pl.col("denominator")).sum().alias("product"),
]
"""What the interval of a mean is made of."""


def sums_of(metric: Metric) -> list[pl.Expr]:
    """Give what is summed, as the metric's statistic needs."""
    n = pl.col("n").sum()
    if metric.n_of is not None and metric.of_each is None:
        n = pl.col(metric.n_of).n_unique().cast(pl.Int64).alias("n")
    sums = [*SUMS, n, *(SQUARES if metric.statistic is Statistic.MEAN else [])]
    if metric.statistic is Statistic.QUANTILE:
        sums.append(pl.col("numerator").sort().implode().alias("values"))
    if metric.statistic is Statistic.GIVEN:
        sums.append(pl.col("symbol").first())
    return sums


def with_boroughs(sums: pl.DataFrame, question: Question, tables: Tables) -> pl.DataFrame:
    """Put in the boroughs that have no row in any period."""
    if {*question.by} != {"borough", question.step}:
        return sums
    everyone = boroughs(question, tables)
    return sums if {*everyone} <= {*sums["borough"].unique()} else completed(sums, question, everyone)


def completed(groups: pl.DataFrame, question: Question, boroughs: list[str]) -> pl.DataFrame:
    """Put in the periods, and the boroughs, in which a group has no rows, so that a nought is seen as one."""
    by, step, groups = question.by, question.step, groups.with_columns(AS_TEXT)
    if not by:
        return groups
    is_of_boroughs = {*by} - {step} == {"borough"}
    if not step and not is_of_boroughs:
        return groups.sort(by, nulls_last=True)
    grid = groups.select(name for name in by if name != step).unique()
    if is_of_boroughs:
        grid = pl.concat([grid, pl.DataFrame({"borough": boroughs}, schema=grid.schema)]).unique()
    if step:
        labels = question.periods.select(step)
        grid = grid.join(labels, how="cross") if grid.width else labels
    full = grid.join(groups, on=by, how="left", nulls_equal=True)
    counts = [name for name, dtype in full.schema.items() if dtype.is_numeric() and name not in by]
    return full.with_columns(pl.col(counts).fill_null(0)).sort(by, nulls_last=True)
