"""Which files a figure lacks: what it is made of that nobody who is asked about has uploaded, or not for those days."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics.card import Metric
from metrics.engine.coverage import NOTHING, RESIDENTS, boroughs, sources_of, told_by_kind
from metrics.engine.query import Question, ask
from metrics.engine.return_periods import spans, told_by
from metrics.engine.sources import Sources
from metrics.engine.table_cache import plain
from metrics.periods import When
from metrics.populations import POPULATIONS, Tables

SHARED: Final[dict[str, tuple[str, Sources]]] = {
    name: (each.shared_table, (each.shared_table,)) for name, each in POPULATIONS.items() if each.shared_table
} | {"provider": ("providers", ("providers",))}
"""Populations and dimensions that no borough uploads: their table, and the source of it."""


@dataclass(frozen=True)
class Lack:
    """Sources of which any one would do. `is_loaded`: there is one, but not for all the days that the figure needs."""

    sources: Sources
    is_loaded: bool


def lacking(
    metric: Metric,
    tables: Tables,
    *,
    by: tuple[str, ...] = (),
    where: Mapping[str, tuple[str, ...]] | None = None,
    when: When | None = None,
) -> list[Lack]:
    """Give what keeps a figure from being known of any borough that is asked about.

    Args:
        metric: what is measured.
        tables: the consolidated tables, by name.
        by: the dimensions that it is told by.
        where: dimension to the values kept, as text.
        when: the span; the twelve months to the data date when not given.
    """
    question, of = ask(metric, tables, (), where, when), plain(tables)
    shared = [name for name in SHARED if name in {*metric.needs, *by} and not _is_there(name, question, of)]
    return [*_of_boroughs(question, by, of), *(Lack(SHARED[name][1], is_loaded=False) for name in shared)]


def _is_there(name: str, question: Question, tables: Tables) -> bool:
    """Say whether anything is loaded of a table that is no borough's own; of populations, one that is asked about."""
    rows = tables[SHARED[name][0]]
    kept = rows.filter(pl.col("authority").is_in(boroughs(question, tables))) if name == RESIDENTS else rows
    return not kept.limit(1).collect().is_empty()


def _of_boroughs(question: Question, by: tuple[str, ...], tables: Tables) -> list[Lack]:
    named = (told_by({*question.metric.needs}, name) for name in by)
    kinds = list(dict.fromkeys([*sources_of(question), *filter(None, named)]))
    asked, every = question.where.get("borough"), spans(tables)
    returns = every if asked is None else every.filter(pl.col("borough").is_in(asked))
    told = told_by_kind(returns, kinds, question).group_by("kind").agg(pl.col("told").max())
    heard, loaded = dict(told.iter_rows()), {*returns["source"]}
    return [
        Lack(kind, is_loaded=not loaded.isdisjoint(kind))
        for number, kind in enumerate(kinds)
        if heard.get(number, NOTHING) == NOTHING
    ]
