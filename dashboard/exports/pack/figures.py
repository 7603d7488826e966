"""A page's figure as a finding of a pack: its points for slides and workbooks, its picture for paper."""

from typing import Any, Final

import polars as pl

from dashboard.charts.alt_text import alt
from dashboard.charts.borough_limit import are_boroughs
from dashboard.charts.chart_style import BENCHMARKS, CONSORTIUM, Look
from dashboard.charts.image_export import WIDTH
from dashboard.data.chart_cache import printed
from dashboard.exports.pack.model import Finding, Point
from dashboard.exports.pack.settings import Settings
from dashboard.figure import Figure
from dashboard.insights.wording import figure_of

LEVELS: Final = ("mean", "low", "high")
"""Columns of months with limits."""

NOT_KNOWN: Final = "Not known"
"""A part of which nothing is recorded, in words."""


def finding_of(figure: Figure, settings: Settings) -> Finding | None:
    """Give the finding with its chart; None where there is nothing to draw."""
    if figure.is_empty or figure.lack:
        return None
    metric, selection, rows = figure.metric, figure.selection, _of_pack(figure.rows, settings)
    look = Look("paper", selection.focus, metric.unit, metric.title, metric.polarity, WIDTH)
    part = str(figure.options.get("part", ""))
    return Finding(
        metric=metric,
        title=figure.title,
        about=figure.caption,
        kind=figure.chart.slide,
        when=figure.when,
        points=tuple(_point(row, part, selection.name) for row in rows.iter_rows(named=True)),
        svg=printed(figure.chart, rows, look, figure.options),
        alt=alt(rows, look, figure.chart.name, has_table=False),
        focus=selection.focus,
        dimension=part,
        kept=tuple(figure.options.get("kept", ())),
        levels=_levels(rows),
    )


def _of_pack(rows: pl.DataFrame, settings: Settings) -> pl.DataFrame:
    """Keep of figures by borough those of the pack, the consortium, and what others published."""
    if not are_boroughs(rows):
        return rows
    telling = [*settings.boroughs, CONSORTIUM, *BENCHMARKS]
    return rows.filter(pl.col("series").str.extract("^([^,]*)").is_in(telling))


def _point(row: dict[str, Any], dimension: str, name: str) -> Point:
    who = str(row.get("series") or name)
    part = str(row[dimension] or NOT_KNOWN) if dimension else ""
    return Point(who, row.get("month"), part, figure_of(who, row))


def _levels(rows: pl.DataFrame) -> tuple[tuple[str, tuple[float | None, ...]], ...]:
    return tuple((name, tuple(rows[name].to_list())) for name in LEVELS if name in rows.columns)
