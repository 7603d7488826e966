"""The one exit for figures: group, divide, put an interval and a mark on, and hide what the release hides."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import polars as pl

from metrics.card import Metric, Release, Statistic
from metrics.coverage import boroughs, covered
from metrics.dimensions import MADE, with_made
from metrics.disclosure import Rule, hidden_and_changed, masked, rule_of
from metrics.each import merged
from metrics.populations import Tables
from metrics.question import Question, ask
from metrics.rows import rows_of, spells_of
from metrics.stock import is_stock, stock
from metrics.values import FIGURES, valued
from metrics.when import When
from metrics.whole import over_whole

TO_THE_DIGIT: Final = pl.col(pl.Float64).round_sig_figs(12)
"""Sums of fractions differ in their last digits with the order they are added up in; figures do not."""

SUMS: Final = [pl.col("numerator").sum(), pl.col("denominator").sum(), pl.len().alias("rows")]

SQUARES: Final = [
    pl.col("numerator").pow(2).sum().alias("numerator_squared"),
    pl.col("denominator").pow(2).sum().alias("denominator_squared"),
    (pl.col("numerator") * pl.col("denominator")).sum().alias("product"),
]
"""What the interval of a mean is made of."""


def measure(
    metric: Metric,
    tables: Tables,
    *,
    by: tuple[str, ...] = (),
    where: Mapping[str, tuple[str, ...]] | None = None,
    when: When | None = None,
    release: Release = Release.WORKING,
) -> pl.DataFrame:
    """Measure a metric: one row a group, fit to be seen under the release.

    Columns: the groupings, then numerator, denominator, value, lower, upper (95%), mark, n. `mark` is null, or
    the reason that a value is missing or weak: `[c]` confidential, `[x]` not available, `[z]` not applicable,
    `[u]` unreliable, `[p]` provisional.

    Args:
        metric: what to measure.
        tables: the consolidated tables, by name.
        by: dimensions to group by; at most one of month, quarter and year.
        where: dimension to the values kept, as text.
        when: the span; the twelve months to the data date when not given.
        release: who may see the figures.

    Raises:
        ValueError: a grouping or filter that makes no sense here, in plain English.
    """
    question, rule = ask(metric, tables, by, where, when), rule_of(metric, release)
    if rule is None:
        figures = covered(valued(metric, tally(question, tables)), question, tables)
    else:
        figures = masked(covered(valued(metric, fit_for(rule, question, tables)), question, tables), question, release)
    return figures.select(*by, *FIGURES).with_columns(TO_THE_DIGIT)


def rows_behind(question: Question, tables: Tables) -> pl.LazyFrame:
    """Give the rows that a figure is made of, with every dimension, numerator, denominator and n, ungrouped."""
    return with_made(rows_of(question, tables), frozenset(MADE), tables)


def tally(question: Question, tables: Tables) -> pl.DataFrame:
    """Sum the rows by group, exact: for `measure` alone and for tests."""
    spells = spells_of(question, tables) if is_stock(question) else None
    sums = None if spells is None else stock(spells, question)
    if sums is not None:
        return over_whole(_completed(sums, question, boroughs(question, tables)), question)
    return _summed(_summable(question, tables), question, tables)


def fit_for(rule: Rule, question: Question, tables: Tables) -> pl.DataFrame:
    """Sum the rows by group, hidden and changed as a release asks; `_hidden` where a group may not be shown."""
    rows = _summable(question, tables, "child", "key", "provider_sector")
    everyone = boroughs(replace(question, where={}), tables)
    return hidden_and_changed(_summed(rows, question, tables), rows, question, rule, len(everyone))


def _summable(question: Question, tables: Tables, *also: str) -> pl.DataFrame:
    """Collect the rows to be summed, cut to what is needed.

    Rows first, then their groups: a lazy query adds up in any order, and the last digit would change.
    """
    rows, metric = rows_of(question, tables), question.metric
    if metric.of_each is not None and metric.n_of is not None:
        rows = merged(rows, metric.of_each, metric.n_of, question.by)
    needed = {"numerator", "denominator", "n", "provider", "symbol", metric.n_of, *question.by, *also}
    return rows.select(name for name in rows.collect_schema() if name in needed).collect()


def _summed(rows: pl.DataFrame, question: Question, tables: Tables) -> pl.DataFrame:
    sums = _sums(question.metric)
    groups = rows.group_by(question.by, maintain_order=True).agg(sums) if question.by else rows.select(sums)
    return over_whole(_completed(groups, question, boroughs(question, tables)), question)


def _sums(metric: Metric) -> list[pl.Expr]:
    n = pl.col("n").sum()
    if metric.n_of is not None and metric.of_each is None:
        n = pl.col(metric.n_of).n_unique().cast(pl.Int64).alias("n")
    sums = [*SUMS, n, *(SQUARES if metric.statistic is Statistic.MEAN else [])]
    if metric.statistic is Statistic.QUANTILE:
        sums.append(pl.col("numerator").sort().implode().alias("values"))
    if metric.statistic is Statistic.GIVEN:
        sums.append(pl.col("symbol").first())
    return sums


def _completed(groups: pl.DataFrame, question: Question, boroughs: list[str]) -> pl.DataFrame:
    """Put in the periods, and the boroughs, in which a group has no rows, so that a nought is seen as one."""
    by, step = question.by, question.step
    if not by:
        return groups
    grid = groups.select(name for name in by if name != step).unique()
    if set(by) - {step} == {"borough"}:
        grid = pl.concat([grid, pl.DataFrame({"borough": boroughs}, schema=grid.schema)]).unique()
    if step:
        labels = question.periods.select(step)
        grid = grid.join(labels, how="cross") if grid.width else labels
    full = grid.join(groups, on=by, how="left", nulls_equal=True)
    counts = [name for name, dtype in full.schema.items() if dtype.is_numeric() and name not in by]
    return full.with_columns(pl.col(counts).fill_null(0)).sort(by, nulls_last=True)
