"""Comparisons: the focus, the rest, the consortium and single boroughs, side by side as `series`."""

from dataclasses import dataclass

import polars as pl

from dashboard.charts.look import CONSORTIUM, REST
from dashboard.data.figures import figures, metric
from dashboard.data.for_reader import kept_for_reader
from dashboard.filters.selection import Selection
from metrics import Statistic, When

ONLY = "borough"
YEAR_BEFORE = "a year before"


@dataclass(frozen=True)
class Figure:
    """One figure of one series, in the metric's unit."""

    series: str
    value: float | None
    lower: float | None
    upper: float | None
    n: float | None
    mark: str | None
    denominator: float | None = None


@kept_for_reader(1_000)
def compared(slug: str, chosen: Selection, by: tuple[str, ...] = (), when: When | None = None) -> pl.DataFrame:
    """Give figures for each line of the comparison. Columns: series, the groupings, and those of a figure.

    An amount (children, incidents, pounds) is not held against several boroughs together, which are larger anyway.
    The period is the one chosen, or for months, quarters and years the trend's, unless `when` says otherwise.
    """
    span = when or (chosen.trend if {"month", "quarter", "year"} & set(by) else chosen.when)
    parts = [
        _of(slug, chosen, by, span, boroughs).select(pl.lit(name).alias("series"), pl.all())
        for name, boroughs in chosen.series().items()
        if name == chosen.name or not (is_amount(slug) and name in (REST, CONSORTIUM))
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


@kept_for_reader(1_000)
def one(slug: str, chosen: Selection, when: When | None = None) -> Figure:
    """Give the focus's figure."""
    return _figure(chosen.name, focused(slug, chosen, when=when))


@kept_for_reader(1_000)
def reference(slug: str, chosen: Selection, when: When | None = None) -> Figure:
    """Give the figure to hold the focus against: the rest; for the whole consortium or an amount, a year before."""
    span = when or chosen.when
    if chosen.focus is None or is_amount(slug):
        return _figure(YEAR_BEFORE, figures(slug, where=chosen.where(focused=True), when=span.before()))
    rest = tuple(borough for borough in chosen.boroughs if borough != chosen.focus)
    return _figure(REST, _of(slug, chosen, (), span, rest))


@kept_for_reader(1_000)
def consortium(slug: str, chosen: Selection, when: When | None = None) -> Figure:
    """Give the whole consortium's figure."""
    return _figure(CONSORTIUM, figures(slug, where=chosen.where(), when=when or chosen.when))


def is_amount(slug: str) -> bool:
    """Say whether a metric is a sum, which grows with the borough, rather than a share, a rate or a mean."""
    return metric(slug).statistic in (Statistic.COUNT, Statistic.TOTAL)


def _of(
    slug: str, chosen: Selection, by: tuple[str, ...], when: When, boroughs: tuple[str, ...] | None
) -> pl.DataFrame:
    where = chosen.where() | ({ONLY: boroughs} if boroughs is not None else {})
    return figures(slug, by, where=where, when=when)


def _figure(series: str, frame: pl.DataFrame) -> Figure:
    if frame.is_empty():
        return Figure(series, None, None, None, None, "[z]")
    row = frame.row(0, named=True)
    return Figure(series, row["value"], row["lower"], row["upper"], row["n"], row["mark"], row["denominator"])
