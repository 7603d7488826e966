"""Comparisons: the focus, the rest, the consortium and single boroughs, side by side as `series`."""

from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM, REST
from dashboard.data.comparable_periods import alike, of_year
from dashboard.data.figures import figures, metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.selection import Selection
from metrics import Metric, When
from metrics.engine.coverage import PROVISIONAL
from metrics.shorthand import UNRELIABLE

ONLY = "borough"
YEAR_BEFORE = "a year before"


WEAK: Final = frozenset({PROVISIONAL, UNRELIABLE})
"""Marks of figures that are shown and of which nothing is claimed: of a part, or of too few."""


@dataclass(frozen=True)
class Estimate:
    """One figure of one series, in the metric's unit.

    `without` names boroughs left out, as no return speaks of them at another time that it is held against.
    """

    series: str
    value: float | None
    lower: float | None
    upper: float | None
    n: float | None
    mark: str | None
    denominator: float | None = None
    without: tuple[str, ...] = ()


@kept_for_reader(1_000)
def compared(slug: str, chosen: Selection, by: tuple[str, ...] = (), when: When | None = None) -> pl.DataFrame:
    """Give figures for each line of the comparison. Columns: series, the groupings, and those of a figure.

    An amount (children, incidents, pounds) is not held against several boroughs together, which are larger anyway.
    The period is the one chosen, or for months, quarters and years the trend's, unless `when` says otherwise.
    """
    span = when or (chosen.trend if {"month", "quarter", "year"} & set(by) else chosen.when)
    is_total = metric(slug).is_total
    parts = [
        _of(slug, chosen, by, span, boroughs).select(pl.lit(name).alias("series"), pl.all())
        for name, boroughs in chosen.series().items()
        if name == chosen.name or not (is_total and name in (REST, CONSORTIUM))
    ]
    return pl.concat(parts)


@kept_for_reader(1_000)
def by_borough(slug: str, chosen: Selection, by: tuple[str, ...] = (), when: When | None = None) -> pl.DataFrame:
    """Give figures for every borough in alphabetical order, as `series`, and the consortium last."""
    span = when or (chosen.trend if {"month", "quarter", "year"} & set(by) else chosen.when)
    each = figures(slug, (ONLY, *by), where=chosen.where(), when=span).rename({ONLY: "series"})
    every = figures(slug, by, where=chosen.where(), when=span).select(pl.lit(CONSORTIUM).alias("series"), pl.all())
    return pl.concat([each.with_columns(pl.col("series").cast(pl.String)).sort("series", *by), every])


def focused(slug: str, chosen: Selection, by: tuple[str, ...] = (), when: When | None = None) -> pl.DataFrame:
    """Give figures for the focus alone (or the whole consortium)."""
    span = when or (chosen.trend if {"month", "quarter", "year"} & set(by) else chosen.when)
    return figures(slug, by, where=chosen.where(focused=True), when=span)


@kept_for_reader(500)
def trend_of(slug: str, chosen: Selection, when: When | None = None) -> pl.DataFrame:
    """Give the focus's months that a trend is told from: without the boroughs that no return speaks of at its end.

    Months that lack one of the others are provisional, and take no part.
    """
    span = when or chosen.trend
    last = When(chosen.start, span.end) if chosen.start <= span.end else span
    same = alike(slug, chosen.where(focused=True), last)
    return figures(slug, ("month",), where=same.where, when=span)


@kept_for_reader(1_000)
def one(slug: str, chosen: Selection, when: When | None = None) -> Estimate:
    """Give the focus's figure."""
    return _figure(chosen.name, focused(slug, chosen, when=when))


@kept_for_reader(1_000)
def beside(slug: str, chosen: Selection, when: When | None = None) -> tuple[Estimate, Estimate]:
    """Give the focus's figure and the one to hold it against; both of the same boroughs where that is a year before."""
    span = when or chosen.when
    if chosen.focus is None or metric(slug).is_total:
        return over_a_year(slug, chosen, span)
    rest = tuple(borough for borough in chosen.boroughs if borough != chosen.focus)
    return one(slug, chosen, span), _figure(REST, _of(slug, chosen, (), span, rest))


def over_a_year(slug: str, chosen: Selection, when: When | None = None) -> tuple[Estimate, Estimate]:
    """Give the focus's figure and the same a year before, of the boroughs that returns speak of both times."""
    span = when or chosen.when
    return over_time(slug, chosen, span, span.before(), YEAR_BEFORE)


@kept_for_reader(1_000)
def over_time(slug: str, chosen: Selection, now: When, then: When, words: str) -> tuple[Estimate, Estimate]:
    """Give the focus's figure at two times, of the boroughs that returns speak of both times; the earlier so named."""
    same = alike(slug, chosen.where(focused=True), now, then)
    mine, earlier = (figures(slug, where=same.where, when=when) for when in (now, then))
    figure, before = _figure(chosen.name, mine), _figure(words, earlier)
    return replace(figure, without=same.without), replace(before, without=same.without)


@kept_for_reader(500)
def changed_over(slug: str, chosen: Selection, by: tuple[str, ...] = ()) -> pl.DataFrame:
    """Give the focus's figures of a measure that is itself a change on the year before.

    Without the boroughs that returns do not speak of in both years.
    """
    return figures(slug, by, where=of_year(slug, chosen.where(focused=True), chosen.when).where, when=chosen.when)


def change(slug: str, chosen: Selection) -> Estimate:
    """Give the focus's figure of a change on the year before, of the boroughs that returns speak of in both years."""
    without = of_year(slug, chosen.where(focused=True), chosen.when).without
    return replace(_figure(chosen.name, changed_over(slug, chosen)), without=without)


@kept_for_reader(500)
def each_year(slug: str, chosen: Selection, by: tuple[str, ...] = ()) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Give the focus's figures by group and the same a year before, of the same boroughs."""
    same = of_year(slug, chosen.where(focused=True), chosen.when)
    now, then = (figures(slug, by, where=same.where, when=when) for when in (chosen.when, chosen.when.before()))
    return now, then


@kept_for_reader(1_000)
def consortium(slug: str, chosen: Selection, when: When | None = None) -> Estimate:
    """Give the whole consortium's figure."""
    return _figure(CONSORTIUM, figures(slug, where=chosen.where(), when=when or chosen.when))


def of_boroughs(card: Metric, rows: pl.DataFrame) -> pl.DataFrame:
    """Leave the consortium out of figures by `series` where it would dwarf every borough."""
    return rows.filter(pl.col("series") != CONSORTIUM) if card.is_total else rows


@kept_for_reader(500)
def over_time_of(slug: str, selection: Selection) -> pl.DataFrame:
    """Give the months of the focus and what it is compared with; of a total, or the consortium, alone."""
    if selection.focus and not metric(slug).is_total:
        return compared(slug, selection, ("month",))
    return focused(slug, selection, ("month",)).select(pl.lit(selection.name).alias("series"), pl.all())


def _of(
    slug: str, chosen: Selection, by: tuple[str, ...], when: When, boroughs: tuple[str, ...] | None
) -> pl.DataFrame:
    where = chosen.where() | ({ONLY: boroughs} if boroughs is not None else {})
    return figures(slug, by, where=where, when=when)


def _figure(series: str, frame: pl.DataFrame) -> Estimate:
    if frame.is_empty():
        return Estimate(series, None, None, None, None, "[z]")
    row = frame.row(0, named=True)
    return Estimate(series, row["value"], row["lower"], row["upper"], row["n"], row["mark"], row["denominator"])


def is_judged(*figures: Estimate) -> bool:
    """Say whether something may be claimed of figures: they are shown, whole, and of enough."""
    return all(figure.value is not None and figure.mark not in WEAK for figure in figures)
