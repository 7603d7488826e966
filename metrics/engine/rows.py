"""The rows that a metric makes of its populations, filtered and with the dimensions asked for."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import polars as pl

from metrics.dimensions.catalogue import only, with_made
from metrics.engine.coverage import silent
from metrics.engine.data_end import up_to_data_end
from metrics.engine.query import Question
from metrics.engine.share_of_whole import in_part, of_whole
from metrics.engine.table_cache import Coded, remembered
from metrics.populations import POPULATIONS, Tables

UNKNOWN: Final = "is_unknown"

SET_BESIDE: Final = ("episodes", "costs", "assessments")
"""The tables that these are made of."""


def rows_of(question: Question, tables: Tables) -> pl.LazyFrame:
    """Give the rows that a figure sums, one or more a period; without those of whom it is not known if they count.

    Raises:
        ValueError: a grouping or filter that these rows do not have.
    """
    rows = every_row(question, tables)
    return rows.filter(~pl.col(UNKNOWN)).drop(UNKNOWN) if question.metric.leaves_unknown else rows


def beside(question: Question, tables: Tables) -> tuple[list[str], pl.LazyFrame] | None:
    """Give the rows of every borough with which each one's price is compared, and the kinds within which; None if none.

    Whatever is filtered: a line is drawn through all of them.
    """
    for name in question.metric.needs:
        if kinds := POPULATIONS[name].across:
            rows = _population(name, question, tables)
            return [*kinds, "period_end"], rows.filter(pl.col("need_score").is_not_null())
    return None


def every_row(question: Question, tables: Tables) -> pl.LazyFrame:
    """Give the same with the rows that are left out, `is_unknown`, where the figure leaves any."""
    return _made(question, tables, {name: _population(name, question, tables) for name in question.metric.needs})


def _population(name: str, question: Question, tables: Tables) -> pl.LazyFrame:
    """Find a population; at one date, or over one period, shared by all figures that are made of it."""
    quiet = silent(question, tables, everywhere=True) if POPULATIONS[name].across is not None else None
    if quiet is not None:
        return _without(quiet, name, question, tables)

    def find() -> pl.LazyFrame:
        return POPULATIONS[name](up_to_data_end(name, question, tables), question.periods.lazy())

    if question.periods.height > 1 or not isinstance(tables, Coded):
        return find()
    return tables.shared.rows((name, question.step, question.periods.row(0)), find)


def _without(quiet: pl.DataFrame, name: str, question: Question, tables: Tables) -> pl.LazyFrame:
    """Build a population without the boroughs that are silent, one period at a time."""
    known = {each: tables[each] for each in SET_BESIDE}
    borough = known["episodes"].collect_schema()["borough"]

    def of(period: pl.DataFrame) -> pl.LazyFrame:
        names = quiet.filter(period_end=period["period_end"].item())["borough"]
        is_silent = pl.col("borough").is_in(names.cast(borough).implode())
        heard = {each: rows.filter(~is_silent) for each, rows in known.items()}
        return POPULATIONS[name](heard, period.lazy())

    return pl.concat([of(period) for period in question.periods.iter_slices(1)])


def spells_of(question: Question, tables: Tables) -> pl.LazyFrame | None:
    """Give the spells that a figure at several dates counts, not put to dates.

    None where that cannot be: where children may be in two at once, or an age at the date is asked for.
    """
    (population,) = question.metric.needs
    declared = POPULATIONS[population].spells
    spells = declared(tables) if declared else None
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
    rows = rows if is_of_spells else _speaking(rows, question, tables)
    what = ("columns", question.metric.rows, question.wanted, is_of_spells)
    known = remembered(tables, what, lambda: frozenset(rows.collect_schema()))
    unknown = [name for name in question.by if name not in known]
    if unknown:
        raise ValueError(f"{question.metric.title} cannot be grouped by {unknown[0]}.")
    return in_part(rows, question)


def _speaking(rows: pl.LazyFrame, question: Question, tables: Tables) -> pl.LazyFrame:
    """Leave out the boroughs that no return speaks of, above the line and below."""
    quiet = silent(question, tables)
    if quiet is None:
        return rows
    named = quiet.lazy().with_columns(pl.col("borough").cast(rows.collect_schema()["borough"]))
    return rows.join(named, on=["borough", "period_end"], how="anti", maintain_order="left")


def _kept(name: str, found: pl.LazyFrame, question: Question, tables: Tables) -> pl.LazyFrame:
    """Filter a population."""
    rows, where = with_made(found, question.wanted, tables), of_whole(question)
    if POPULATIONS[name].takes_filters:
        return only(rows, where)
    if not where:
        return rows
    known = rows.collect_schema()
    return only(rows, {column: values for column, values in where.items() if column in known})
