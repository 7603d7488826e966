"""Sums fit for a release beyond the working one: of its lattice alone, every category listed, small cells hidden.

A cell is hidden or shown the same by whatever way in it is asked for: of one borough as in the table of all boroughs,
and of the rest as the borough that it leaves out.
"""

from dataclasses import replace
from typing import Final

import polars as pl

from metrics.card import Statistic
from metrics.disclosure import NotInReleaseError, Rule, adding_up, hidden, rounded, why_not
from metrics.disclosure.category_lists import listed
from metrics.disclosure.lattice import LEAST_CUT, cuts
from metrics.disclosure.traits import month_end
from metrics.engine.aggregate import AS_TEXT, grouped
from metrics.engine.coverage import boroughs
from metrics.engine.query import Question
from metrics.engine.return_periods import data_date
from metrics.engine.rows import rows_of
from metrics.engine.share_of_whole import over_whole
from metrics.engine.sums import summable
from metrics.engine.table_cache import coded, remembered
from metrics.populations import Tables
from metrics.populations.care import census

WHO: Final = ("child", "n", "provider", "provider_sector")
"""What the rules of a release look at."""

BOROUGH: Final = "borough"
PART: Final = "component"
"""What parts a change in spend."""


def released(rule: Rule, question: Question, tables: Tables) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    """Sum the rows of protected tables by group; `_hidden` where a group may not be shown.

    Gives also the rows that were left out as unknown, if the figure leaves any.

    Raises:
        NotInReleaseError: a question outside the lattice.
    """
    everyone = _everyone(question, tables)
    if why := why_not(question, len(everyone)):
        raise NotInReleaseError(why)
    sums, unknown = _told(rule, question, tables, everyone)
    if (alone := _alone(question, everyone)) is not None:
        sums = _as_in_table(sums, rule, question, tables, everyone, alone)
    return _rounded(sums, rule, question), unknown


def _rounded(sums: pl.DataFrame, rule: Rule, question: Question) -> pl.DataFrame:
    """Round what the release rounds; the parts of a change so that they add up to it."""
    told = rounded(sums, question.metric, rule)
    if rule.round_to == 1 or PART not in question.by:
        return told
    return adding_up(told, sums, PART, question.by)


def _everyone(question: Question, tables: Tables) -> list[str]:
    """Name every borough that has uploaded anything or has children, whichever is asked about."""

    def find() -> list[str]:
        names = tables["episodes"].select(pl.col(BOROUGH).cast(pl.String).unique()).collect()[BOROUGH]
        return sorted({*names, *boroughs(_of_all(question), tables)})

    return remembered(tables, "every borough", find)


def _told(
    rule: Rule, question: Question, tables: Tables, everyone: list[str]
) -> tuple[pl.DataFrame, pl.DataFrame | None]:
    known, unknown = summable(question, tables, *WHO, question.metric.n_of or "child")
    rows = known.with_columns(AS_TEXT)
    named = [name for name in everyone if name in question.where.get(BOROUGH, everyone)]
    groups = listed(grouped(rows, question), question, named, _unknown(question, tables, rows))
    whole, uncut = over_whole(groups, question), _uncut(question, tables)
    told = hidden(whole, rows, question, rule, tables, uncut=uncut)
    return (told.with_columns(_hidden=pl.lit(value=True)) if _is_uncut(question, tables) else told), unknown


def _uncut(question: Question, tables: Tables) -> list[str]:
    """Name the boroughs with so few children that nearly every part of them is small, where a question cuts them."""
    return smallest(tables) if BOROUGH in question.by and _is_cut(question) else []


def _is_cut(question: Question) -> bool:
    return bool(cuts(question)) or question.metric.statistic is Statistic.SHARE


def _is_uncut(question: Question, tables: Tables) -> bool:
    """Say whether a question cuts a consortium that has itself fewer children than are cut by anything."""
    return _is_cut(question) and sum(_sizes(tables).values()) < LEAST_CUT


def smallest(tables: Tables) -> list[str]:
    """Name the boroughs with fewer children looked after than are cut by anything, at the last month's end."""
    return sorted(name for name, many in _sizes(tables).items() if many < LEAST_CUT)


def _sizes(tables: Tables) -> dict[str, int]:
    """Count each borough's children looked after at the last month's end."""

    def find() -> dict[str, int]:
        day = pl.DataFrame({"period_start": [month_end(data_date(tables))]}).with_columns(period_end="period_start")
        there = census(tables, day.lazy()).group_by(pl.col(BOROUGH).cast(pl.String)).len().collect()
        names = tables["episodes"].select(pl.col(BOROUGH).cast(pl.String).unique()).collect()[BOROUGH]
        return dict.fromkeys(names, 0) | dict(there.iter_rows())

    return remembered(tables, "sizes of boroughs", find)


def _of_all(question: Question) -> Question:
    return replace(question, where={name: kept for name, kept in question.where.items() if name != BOROUGH})


def _alone(question: Question, everyone: list[str]) -> str | None:
    """Name the one borough that is asked about, or that the rest leaves out; None of all of them."""
    asked = [name for name in everyone if name in question.where.get(BOROUGH, everyone)]
    others = [name for name in everyone if name not in asked]
    return next((names[0] for names in (asked, others) if len(names) == 1), None)


def _as_in_table(
    sums: pl.DataFrame, rule: Rule, question: Question, tables: Tables, everyone: list[str], alone: str
) -> pl.DataFrame:
    """Hide what is hidden of the one borough in the table of all boroughs."""
    by = list(question.by)
    if BOROUGH in by or not _may_be_by_borough(question):
        return sums
    table, _ = _told(rule, replace(_of_all(question), by=(BOROUGH, *by)), tables, everyone)
    mine = table.filter(pl.col(BOROUGH) == alone).select(*by, _also="_hidden")
    both = sums.join(mine, on=by, how="left", nulls_equal=True, maintain_order="left") if by else sums.hstack(mine)
    return both.with_columns(_hidden=pl.col("_hidden") | pl.col("_also").fill_null(value=True)).drop("_also")


def _may_be_by_borough(question: Question) -> bool:
    only_by = question.metric.only_by
    return only_by is None or BOROUGH in only_by


def _unknown(question: Question, tables: Tables, rows: pl.DataFrame) -> frozenset[str]:
    """Name the dimensions in which somebody of any borough is not known, whichever borough is asked about."""
    kinds = (pl.Enum, pl.Boolean)
    names = [name for name in question.by if isinstance(rows.schema[name], kinds)]
    if not names:
        return frozenset()
    of_all = rows if BOROUGH not in question.where else rows_of(_of_all(question), coded(tables))
    found = of_all.lazy().select(pl.col(name).is_null().any() for name in names).collect()
    return frozenset(name for name in names if found[name].item())
