"""The one exit for figures: group, divide, put an interval and a mark on, and hide what the release hides."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import polars as pl
from polars.selectors import by_name

from metrics.card import Metric, Release
from metrics.completeness import complete_enough
from metrics.coverage import boroughs, covered, silent
from metrics.dimensions import MADE, with_made
from metrics.disclosure import Rule, hidden_and_changed, masked, rule_of
from metrics.each import merged
from metrics.few import collected
from metrics.groups import AS_TEXT, completed, grouped, with_boroughs
from metrics.held import coded
from metrics.populations import Tables
from metrics.question import Question, ask
from metrics.rows import UNKNOWN, every_row, rows_of, spells_of
from metrics.stock import is_stock, stock
from metrics.values import FIGURES, steady, valued
from metrics.when import When
from metrics.whole import over_whole

STEADY: Final = [pl.col(name) if name in {"mark", "n"} else steady(pl.col(name)) for name in FIGURES]

WHO: Final = ("child", "key", "n", "provider", "provider_sector")
"""What the rules of a release look at."""


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
    sums, unknown = tally(question, tables) if rule is None else fit_for(rule, question, tables)
    told = covered(valued(metric, sums), question, tables)
    figures = complete_enough(told, unknown, by, listed=rule is None)
    return collected((figures if rule is None else masked(figures, question, release)).select(*by, *STEADY))


def rows_behind(question: Question, tables: Tables) -> pl.LazyFrame:
    """Give the rows that a figure is made of, with every dimension, numerator, denominator and n, ungrouped."""
    return with_made(rows_of(question, tables), frozenset(MADE), tables)


def tally(question: Question, tables: Tables) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """Sum the rows by group, exact, and give the rows that were left out as unknown, if the figure leaves any."""
    spells = spells_of(question, coded(tables)) if is_stock(question) else None
    sums = None if spells is None else stock(spells, question, silent(question, tables))
    if sums is not None:
        return over_whole(with_boroughs(sums, question, tables), question), None
    rows, unknown = _summable(question, tables)
    return _summed(rows, question, tables), unknown


def fit_for(rule: Rule, question: Question, tables: Tables) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """Sum the rows by group, hidden and changed as a release asks; `_hidden` where a group may not be shown."""
    summable, unknown = _summable(question, tables, *WHO, question.metric.n_of or "child")
    rows, everyone = summable.with_columns(AS_TEXT), boroughs(replace(question, where={}), tables)
    return hidden_and_changed(_summed(rows, question, tables), rows, question, rule, len(everyone)), unknown


def _summable(question: Question, tables: Tables, *also: str) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """Collect the rows to be summed, cut to what is needed, and those that are left out as unknown.

    Rows first, then their groups: a lazy query adds up in any order, and the last digit would change.
    """
    rows, metric = every_row(question, coded(tables)), question.metric
    if metric.of_each is not None and metric.n_of is not None:
        rows = merged(rows, metric.of_each, metric.n_of, question.by)
    counted = [metric.n_of] if metric.n_of is not None and metric.of_each is None else ["n"]
    needed = {"numerator", "denominator", "symbol", *counted, *question.by, *also}
    if not metric.leaves_unknown:
        return rows.select(by_name(*needed, require_all=False)).collect(), None
    both = rows.select(by_name(*needed, UNKNOWN, require_all=False)).collect()
    known, unknown = (both.filter(pl.col(UNKNOWN) == is_so).drop(UNKNOWN) for is_so in (False, True))
    return known, unknown


def _summed(rows: pl.DataFrame, question: Question, tables: Tables) -> pl.DataFrame:
    return over_whole(completed(grouped(rows, question), question, boroughs(question, tables)), question)
