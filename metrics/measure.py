"""The one exit for figures: group, divide, put an interval and a mark on, and hide what the release hides."""

from collections.abc import Mapping
from typing import Final

import polars as pl

from metrics.card import Metric, Release
from metrics.dimensions.catalogue import MADE, with_made
from metrics.disclosure import masked, protected, rule_of
from metrics.engine.aggregate import with_boroughs
from metrics.engine.completeness import complete_enough
from metrics.engine.coverage import covered, silent
from metrics.engine.month_end_counts import is_stock, stock
from metrics.engine.protected_sums import released
from metrics.engine.query import Question, ask
from metrics.engine.rows import rows_of, spells_of
from metrics.engine.share_of_whole import over_whole
from metrics.engine.small_queries import collected
from metrics.engine.sums import summable, summed
from metrics.engine.table_cache import coded
from metrics.engine.values import FIGURES, steady, valued
from metrics.periods import When
from metrics.populations import Tables

STEADY: Final = [pl.col(name) if name in {"mark", "n"} else steady(pl.col(name)) for name in FIGURES]


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
        NotInReleaseError: a question outside the fixed lattice that the release answers; it names the nearest.
    """
    question, rule = ask(metric, tables, by, where, when), rule_of(metric, release)
    behind = tables if rule is None else behind_of(tables, release)
    sums, unknown = tally(question, behind) if rule is None else released(rule, question, behind)
    told = covered(valued(metric, sums), question, behind)
    figures = complete_enough(told, unknown, by, listed=rule is None)
    return collected((figures if rule is None else masked(figures, question, release)).select(*by, *STEADY))


def behind_of(tables: Tables, release: Release) -> Tables:
    """Give the tables that a release is made of: the protected ones, beyond the working release."""
    return tables if release is Release.WORKING else protected(tables)


def rows_behind(question: Question, tables: Tables) -> pl.LazyFrame:
    """Give the rows that a figure is made of, with every dimension, numerator, denominator and n, ungrouped."""
    return with_made(rows_of(question, tables), frozenset(MADE), tables)


def tally(question: Question, tables: Tables) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """Sum the rows by group, exact, and give the rows that were left out as unknown, if the figure leaves any."""
    spells = spells_of(question, coded(tables)) if is_stock(question) else None
    sums = None if spells is None else stock(spells, question, silent(question, tables))
    if sums is not None:
        return over_whole(with_boroughs(sums, question, tables), question), None
    rows, unknown = summable(question, tables)
    return summed(rows, question, tables), unknown
