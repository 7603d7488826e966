"""The shared populations: who or what a figure counts, at each date or over each period.

A metric names its populations as parameters; `measure` builds them. Every row carries the period's columns, the
dimensions of `metrics.dimensions` that its table knows, and `date`, the day its age is taken on.
"""

from collections.abc import Callable, Mapping

import polars as pl

from metrics.populations import care, money, need, residents, running

Tables = Mapping[str, pl.LazyFrame]
Builder = Callable[[Tables, pl.LazyFrame], pl.LazyFrame]

POPULATIONS: dict[str, Builder] = {
    "census": care.census,
    "started_care": care.started_care,
    "ceased_care": care.ceased_care,
    "looked_after": care.looked_after,
    "placements_in_year": care.placements_in_year,
    "priced_census": money.priced_census,
    "priced_days": money.priced_days,
    "priced_days_year_before": money.priced_days_year_before,
    "explained_census": money.explained_census,
    "same_care": money.same_care,
    "assessed_census": need.assessed_census,
    "needs_census": need.needs_census,
    "strengths": need.strengths,
    "incidents": running.incidents,
    "incidents_year_before": running.incidents_year_before,
    "runners": running.runners,
    "missing": running.missing,
    "went_missing": running.went_missing,
    "residents": residents.residents,
    "published": residents.published,
}
