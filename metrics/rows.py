"""The rows that a metric makes of its populations, filtered and with the dimensions asked for."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import polars as pl

from metrics.dimensions import only, with_made
from metrics.held import Coded, remembered
from metrics.populations import POPULATIONS, SPELLS, Tables
from metrics.question import Question
from metrics.whole import in_part, of_whole

UNFILTERED: Final = frozenset({"residents", "went_missing", "priced_children", "scored_children"})
"""Populations that stand beside another: they take the filters they have columns for, and no others."""


def rows_of(question: Question, tables: Tables) -> pl.LazyFrame:
    """Give the rows that a figure sums, one or more a period.

    Raises:
        ValueError: a grouping or filter that these rows do not have.
    """
    return _made(question, tables, {name: _population(name, question, tables) for name in question.metric.needs})


def _population(name: str, question: Question, tables: Tables) -> pl.LazyFrame:
    """Find a population; at one date, or over one period, shared by all figures that are made of it."""

    def find() -> pl.LazyFrame:
        return POPULATIONS[name](tables, question.periods.lazy())

    if question.periods.height > 1 or not isinstance(tables, Coded):
        return find()
    return tables.shared.rows((name, question.step, question.periods.row(0)), find)


def spells_of(question: Question, tables: Tables) -> pl.LazyFrame | None:
    """Give the spells that a figure at several dates counts, not put to dates.

    None where that cannot be: where children may be in two at once, or an age at the date is asked for.
    """
    (population,) = question.metric.needs
    spells = SPELLS[population](tables)
    if spells is None:
        return None
    undated = replace(question, by=tuple(name for name in question.by if name != question.step))
    try:
        return _made(undated, tables, {population: spells}, is_of_spells=True)
    except (ValueError, pl.exceptions.ColumnNotFoundError):
        return None


def _made(
    question: Question, tables: Tables, found: Mapping[str, pl.LazyFrame], *, is_of_spells: bool = False
) -> pl.LazyFrame:
    populations = {name: _kept(name, rows, question, tables) for name, rows in found.items()}
    rows = with_made(question.metric.rows(**populations), question.wanted, tables)
    what = ("columns", question.metric.rows, question.wanted, is_of_spells)
    known = remembered(tables, what, lambda: frozenset(rows.collect_schema()))
    unknown = [name for name in question.by if name not in known]
    if unknown:
        raise ValueError(f"{question.metric.title} cannot be grouped by {unknown[0]}.")
    return in_part(rows, question)


def _kept(name: str, found: pl.LazyFrame, question: Question, tables: Tables) -> pl.LazyFrame:
    """Filter a population."""
    rows, where = with_made(found, question.wanted, tables), of_whole(question)
    if name not in UNFILTERED:
        return only(rows, where)
    if not where:
        return rows
    known = rows.collect_schema()
    return only(rows, {column: values for column, values in where.items() if column in known})
