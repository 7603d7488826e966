"""The questions of the lattice, one by one: each measure by borough and by one coarse dimension, and when.

The working release is asked the same ones, and answers them exactly.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.auth.current_user import scope
from dashboard.data.data_source import loaded_boroughs, tables, version
from dashboard.filters.selection import months_before
from metrics import METRICS, Metric, When
from metrics.disclosure.lattice import DIMENSIONS, MONTHLY, PAIRS, why_not
from metrics.engine.groupings import groupings
from metrics.engine.query import ask
from metrics.measure import behind_of

AT_DATE: Final = "at a date"
TWELVE_MONTHS: Final = "twelve months"
RETURN_YEAR: Final = "return year"
MONTH: Final = "month"

MONTHS: Final = 36
"""Months of what is not cut, but by borough."""

MONTHS_OF_CUTS: Final = 13
"""Months of what is cut: a year, and the month that it began with."""


@dataclass(frozen=True)
class Query:
    """A question: the measure, its groupings, and its span; `kind` says what a row's period is."""

    metric: Metric
    by: tuple[str, ...]
    when: When
    kind: str


def questions(measures: Iterable[str], end: date) -> Iterator[Query]:
    """Give every question of some measures that the lattice holds, to a month's end."""
    known, boroughs = behind_of(tables(), scope().release), len(loaded_boroughs(version()))
    for slug in measures:
        metric = METRICS[slug]
        allowed = groupings(metric, known)
        for cut in _cuts(allowed):
            for asked in _times(metric, cut, end):
                if _is_asked(asked, allowed) and not why_not(ask(metric, known, asked.by, {}, asked.when), boroughs):
                    yield asked


def _is_asked(asked: Query, allowed: Sequence[str]) -> bool:
    return all(name in allowed for name in asked.by)


def _cuts(allowed: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Nothing, each borough, a dimension, a borough by a dimension, and the declared pairs."""
    coarse = [name for name in allowed if name in DIMENSIONS]
    yield ()
    yield ("borough",)
    for name in coarse:
        yield (name,)
        yield ("borough", name)
    yield from (tuple(pair) for pair in sorted(map(sorted, PAIRS)) if set(pair) <= set(coarse))


def _times(metric: Metric, cut: tuple[str, ...], end: date) -> Iterator[Query]:
    is_cut = bool(set(cut) - {"borough"})
    months = When(months_before(end, MONTHS_OF_CUTS if is_cut else MONTHS), end)
    if metric.is_at_date or metric.window_is_year:
        yield Query(metric, (*cut, "month"), months, TWELVE_MONTHS if metric.window_is_year else AT_DATE)
        return
    yield Query(metric, cut, When.year_to(end), TWELVE_MONTHS)
    yield Query(metric, (*cut, "year"), _return_years(end), RETURN_YEAR)
    if metric.slug in MONTHLY and not is_cut:
        yield Query(metric, (*cut, "month"), months, MONTH)


def _return_years(end: date) -> When:
    """The last three return years that have ended."""
    last = end.year if (end.month, end.day) >= (3, 31) else end.year - 1
    return When(When.return_year(last - 2).start, When.return_year(last).end)
