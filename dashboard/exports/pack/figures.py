"""The findings of a theme: each a chart with its title, made as on the theme's page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import polars as pl

from dashboard import data
from dashboard.charts.alt_text import alt
from dashboard.charts.chart_style import BENCHMARKS, CONSORTIUM, Look, Picture
from dashboard.charts.image_export import WIDTH
from dashboard.data import benchmarks, compare_page
from dashboard.data.chart_cache import printed
from dashboard.data.claims import apart_ways
from dashboard.data.empty_result import is_bare
from dashboard.exports.pack.model import Finding, Kind, Point
from dashboard.exports.pack.settings import Settings
from dashboard.insights import compare as finding
from dashboard.insights import sentences
from dashboard.insights.benchmarks import words
from dashboard.insights.caption import about, kind_of, span_of
from dashboard.insights.wording import figure_of
from metrics import When

LEVELS = ("mean", "low", "high")
"""Columns of months with limits."""

NOT_KNOWN = "Not known"
"""A part of which nothing is recorded, in words."""

Draw = Callable[..., Picture]


@dataclass(frozen=True)
class Drawn:
    """What a finding is made of: the measure, its figures, how they are drawn, and its title."""

    slug: str
    figures: pl.DataFrame
    draw: Draw
    kind: Kind
    title: str
    note: str = ""
    when: When | None = None
    dimension: str = ""
    options: tuple[tuple[str, Any], ...] = ()


def found(each: Drawn, settings: Settings) -> Finding | None:
    """Give the finding with its chart; None where there is nothing to draw."""
    if is_bare(each.figures):
        return None
    chosen, metric = settings.chosen, data.metric(each.slug)
    look = Look("paper", chosen.focus, metric.unit, metric.title, metric.polarity, WIDTH)
    span = each.when or span_of(each.figures, chosen)
    return Finding(
        metric=metric,
        title=each.title,
        about=about(metric, each.figures, span, chosen, each.note),
        kind=each.kind,
        when=span,
        points=tuple(_point(row, each.dimension, chosen.name) for row in each.figures.iter_rows(named=True)),
        svg=printed(each.draw, each.figures, look, dict(each.options)),
        alt=alt(each.figures, look, kind_of(each.draw), has_table=False),
        focus=chosen.focus,
        dimension=each.dimension,
        kept=tuple(dict(each.options).get("kept", ())),
        levels=_levels(each.figures),
    )


def by_month(slug: str, draw: Draw, settings: Settings) -> Drawn:
    """Give a measure month by month: the focus beside the rest, or the consortium, with what is published."""
    chosen, metric = settings.chosen, data.metric(slug)
    rows = benchmarks.joined(slug, compare_page.over_time(slug, chosen), chosen)
    title = sentences.over_time(metric, chosen.name, data.trend_of(slug, chosen))
    return Drawn(slug, rows, draw, "line", title, words(slug, chosen))


def by_borough(slug: str, draw: Draw, settings: Settings) -> Drawn:
    """Give a measure borough by borough, the consortium and what is published last."""
    chosen, metric = settings.chosen, data.metric(slug)
    now = shown(compare_page.of_boroughs(metric, data.by_borough(slug, chosen)), settings)
    title = finding.apart(metric, now, data.consortium(slug, chosen), apart_ways(slug, chosen))
    rows = benchmarks.joined(slug, now, chosen)
    return Drawn(slug, rows, draw, "bar", title, words(slug, chosen))


def shown(rows: pl.DataFrame, settings: Settings) -> pl.DataFrame:
    """Keep the boroughs of the pack, the consortium, and what others published. Columns: series."""
    telling = pl.col("series").str.extract("^([^,]*)").is_in([*settings.boroughs, CONSORTIUM, *BENCHMARKS])
    return rows.filter(telling)


def _point(row: dict[str, Any], dimension: str, name: str) -> Point:
    who = str(row.get("series") or name)
    part = str(row[dimension] or NOT_KNOWN) if dimension else ""
    return Point(who, row.get("month"), part, figure_of(who, row))


def _levels(figures: pl.DataFrame) -> tuple[tuple[str, tuple[float | None, ...]], ...]:
    return tuple((name, tuple(figures[name].to_list())) for name in LEVELS if name in figures.columns)
