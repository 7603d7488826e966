"""Benchmarks over time: a point at the end of each year that was published, joined, and named beside the last."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import line_labels
from dashboard.charts.chart_style import BENCHMARKS, Look
from dashboard.charts.theme import HEIGHT
from dashboard.charts.tooltips import COLUMNS, tips

SHAPES: Final = ("circle", "square", "triangle-up")
"""A shape a benchmark, as all are of one colour."""

EARLY: Final = 300
"""Days before the end of a chart from which on the name of a benchmark does not meet those of the lines."""


def lines(seen: pl.DataFrame, look: Look, y: alt.Y) -> list[alt.Chart]:
    """Draw them, dashed. Columns: month, series, value, and those of `tips.told`."""
    rows = seen.filter(_is_benchmark(look, seen)).select("month", "series", "value", *COLUMNS)
    if rows.is_empty():
        return []
    who, when = alt.Tooltip("series:N", title="Who"), alt.Tooltip("month:T", title="Published at", format="%d %B %Y")
    base = alt.Chart(rows).encode(x=alt.X("month:T", title=None), y=y, tooltip=tips(who, when))
    colour = look.colours.benchmark
    line = base.mark_line(strokeWidth=2, strokeDash=[6, 4], color=colour).encode(detail=alt.Detail("series:N"))
    shape = alt.Shape("series:N", scale=alt.Scale(domain=list(BENCHMARKS), range=list(SHAPES)), legend=None)
    return [line, base.mark_point(filled=True, size=70, opacity=1, color=colour).encode(shape=shape)]


def named(last: pl.DataFrame, look: Look, domain: tuple[float, float]) -> list[alt.Chart]:
    """Write the names beside the last points of all lines, those of benchmarks with their value.

    Benchmarks that end well before the others are named where they end, on a ground of their own.
    """
    is_benchmark = _is_benchmark(look, last)
    telling = pl.when(is_benchmark).then(pl.format("{} {}", "series", "shown")).otherwise("series")
    last = last.with_columns(telling=telling, early=is_benchmark & _is_early())
    groups = [last.filter(pl.col("early") == early) for early in (True, False)]
    return [layer for group in groups if group.height for layer in _named(group, look, domain)]


def _named(group: pl.DataFrame, look: Look, domain: tuple[float, float]) -> list[alt.Chart]:
    inks = [look.ink(name) for name in group["series"]]
    words = line_labels.beside(group.drop("series").rename({"telling": "series"}), inks, domain, HEIGHT, "month")
    return line_labels.on_ground(words, look.colours.background) if group["early"].any() else [words]


def _is_benchmark(look: Look, rows: pl.DataFrame) -> pl.Expr:
    names = [name for name in rows["series"].unique().to_list() if look.role(name) == "benchmark"]
    return pl.col("series").is_in(names)


def _is_early() -> pl.Expr:
    days = pl.col("month").cast(pl.Int32)
    return days.max() - days > EARLY
