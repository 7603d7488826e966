"""The shared populations: who or what a figure counts, at each date or over each period.

A metric names its populations as parameters; `measure` builds them. Every row carries the period's columns, the
dimensions of `metrics.dimensions.catalogue` that its table knows, and `date`, the day its age is taken on.
"""

from collections.abc import Callable, Mapping

import polars as pl

from metrics.populations import assessed, care, days, expected_cost, like_for_like, missing_incidents, money, residents
from metrics.populations.asylum import undated

Tables = Mapping[str, pl.LazyFrame]
Builder = Callable[[Tables, pl.LazyFrame], pl.LazyFrame]

POPULATIONS: dict[str, Builder] = {
    "census": care.census,
    "settled_census": care.settled_census,
    "exchanges": care.exchanges,
    "started_care": care.started_care,
    "ceased_care": care.ceased_care,
    "looked_after": care.looked_after,
    "moved_census": care.moved_census,
    "care_days": days.care_days,
    "prices_in_force": money.prices_in_force,
    "priced_census": money.priced_census,
    "priced_days": money.priced_days,
    "priced_days_year_before": money.priced_days_year_before,
    "priced_children": money.priced_children,
    "explained_census": expected_cost.explained_census,
    "needed_days_year_before": expected_cost.needed_days_year_before,
    "same_care": like_for_like.same_care,
    "levelled_census": assessed.levelled_census,
    "assessed_census": assessed.assessed_census,
    "needs_census": assessed.needs_census,
    "strengths": assessed.strengths,
    "scored_children": assessed.scored_children,
    "incidents": missing_incidents.incidents,
    "costed_incidents": missing_incidents.costed_incidents,
    "incidents_year_before": missing_incidents.incidents_year_before,
    "went_missing": missing_incidents.went_missing,
    "residents": residents.residents,
    "published": residents.published,
}

SPELLS: dict[str, Callable[[Tables], pl.LazyFrame | None]] = {
    "census": care.spells,
    "prices_in_force": lambda tables: undated(money.prices(tables)),
    "priced_census": lambda tables: undated(money.placed(tables)),
}
"""Populations at a date that are spells open then, and those spells; None where they have to be sorted out first."""
