"""Beside whose prices a borough's own figure is worked out: its price over what like need costs elsewhere, for one."""

from collections.abc import Sequence
from typing import Final

import polars as pl

from dashboard.data.contributors import PARTS
from metrics.engine.query import Question
from metrics.engine.rows import beside
from metrics.measure import rows_behind
from metrics.populations import Tables

BOROUGH: Final = "borough"
LENDER: Final = "_lender"

EXCHANGES: Final = "exchanges"
"""The population in which a borough's own figure counts children of others."""
COMPONENT: Final = "component"
TOLD_BESIDE: Final = ("need", "price")
"""The parts of a change in spend that rest on what a point of need costs in every borough."""


def lenders(question: Question, tables: Tables, others: Sequence[str]) -> pl.DataFrame | None:
    """Give by group which of the others have care of the kinds that the group's own figure is worked out beside.

    Or whose children are counted in it. Columns: the groupings, `_lender`, and a 1 in each of `PARTS`. None where a
    figure is worked out by itself.
    """
    if EXCHANGES in question.metric.needs:
        return _senders(question, tables, others)
    found = beside(question, tables)
    if found is None or (COMPONENT not in question.by and COMPONENT in (question.metric.only_by or ())):
        return None
    kinds, rows = found
    told = rows_behind(question, tables)
    if COMPONENT in question.by:
        told = told.filter(pl.col(COMPONENT).cast(pl.String).is_in(TOLD_BESIDE))
    there = rows.filter(pl.col(BOROUGH).cast(pl.String).is_in(list(others)))
    mine = told.select({*question.by, *kinds}).unique()
    theirs = there.select(*kinds, pl.col(BOROUGH).cast(pl.String).alias(LENDER)).unique()
    return _counted(mine.join(theirs, on=kinds, nulls_equal=True), question)


def _senders(question: Question, tables: Tables, others: Sequence[str]) -> pl.DataFrame:
    """Give by group which of the others have children who live in the group's own borough."""
    sent_by = pl.col("sent_by").cast(pl.String)
    there = rows_behind(question, tables).filter(sent_by.is_in(list(others)))
    return _counted(there.with_columns(sent_by.alias(LENDER)), question)


def _counted(rows: pl.LazyFrame, question: Question) -> pl.DataFrame:
    """Give each lender of a group once, as having a part in all that is counted."""
    each = rows.select(*question.by, LENDER).unique()
    return each.with_columns(pl.lit(1).alias(name) for name in PARTS).collect()
