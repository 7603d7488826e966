"""By what a metric may be grouped and filtered."""

from datetime import date
from typing import Final

import polars as pl

from metrics.card import Metric
from metrics.dimensions.catalogue import DIMENSIONS, with_made
from metrics.periods import STEPS, When, calendar
from metrics.populations import POPULATIONS, Tables

ANY_YEAR: Final = calendar(When.year_to(date(2025, 3, 31)), None)


def groupings(metric: Metric, tables: Tables) -> tuple[str, ...]:
    """Name the dimensions that a metric may be grouped by, in the order of the screen."""
    if metric.only_by is not None:
        return metric.only_by
    known = metric.rows(**_populations(metric, tables)).collect_schema()
    allowed = filters(metric, tables)
    return tuple(name for name in DIMENSIONS if name in STEPS or (name in known and name in allowed))


def filters(metric: Metric, tables: Tables) -> tuple[str, ...]:
    """Name the dimensions that a metric may be filtered by, in the order of the screen."""
    filtered = [rows for name, rows in _populations(metric, tables).items() if POPULATIONS[name].takes_filters]
    known = [rows.collect_schema() for rows in filtered]
    return tuple(name for name in DIMENSIONS if name not in STEPS and all(name in columns for columns in known))


def _populations(metric: Metric, tables: Tables) -> dict[str, pl.LazyFrame]:
    made = frozenset(DIMENSIONS)
    return {name: with_made(POPULATIONS[name](tables, ANY_YEAR.lazy()), made, tables) for name in metric.needs}
