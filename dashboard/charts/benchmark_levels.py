"""Benchmarks as level lines across a chart, each named with its value at the right."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import line_labels
from dashboard.charts.chart_style import Look
from dashboard.charts.tooltips import COLUMNS, tips

TALL: Final = 260
"""Pixels that the values of a chart span, about."""

APART: Final = 28
"""Pixels between two names of two lines each."""


def lines(rows: pl.DataFrame, look: Look, y: alt.Y, ends: tuple[float, float]) -> list[alt.Chart]:
    """Draw the benchmarks among the rows of a chart. Columns: series, value, and those of `tips.told`.

    `ends` are the lowest and highest of what else is drawn. The date, after the comma of a name, stays in its tooltip.
    """
    seen = rows.filter(pl.col("value").is_not_null())
    which = [look.role(name) == "benchmark" for name in seen["series"]]
    some = seen.filter(pl.Series(which, dtype=pl.Boolean)).select("series", "value", *COLUMNS)
    if some.is_empty():
        return []
    base = alt.Chart(some).encode(y=y, tooltip=tips(alt.Tooltip("series:N", title="Published")))
    rule = base.mark_rule(color=look.colours.benchmark, strokeWidth=2, strokeDash=[6, 4])
    levels = [*ends, *some["value"]]
    return [rule, *_names(some, TALL / (max(levels) - min(levels) or 1.0), look, y)]


def _names(some: pl.DataFrame, scale: float, look: Look, y: alt.Y) -> list[alt.Chart]:
    """The names, moved apart where the levels are near each other. `scale` is pixels a unit."""
    levels = [value * scale for value in some["value"]]
    moved = [at - level for at, level in zip(line_labels.apart(levels, APART), levels, strict=True)]
    told = [f"{row['series'].partition(',')[0]} {row['shown']}" for row in some.iter_rows(named=True)]
    words = some.with_columns(pl.Series("words", [line_labels.broken(name) for name in told]))
    return [
        alt.Chart(words[place].select("value", "words"))
        .mark_text(**{**line_labels.WORDS, "dy": -up}, color=look.colours.benchmark_ink)
        .encode(x=alt.XValue("width"), y=y, text=alt.Text("words:N"))
        for place, up in enumerate(moved)
    ]
