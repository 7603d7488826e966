"""Values that may not or cannot be shown: drawn as their mark, never as a gap or a zero."""

import altair as alt
import polars as pl

from dashboard.charts.chart_style import Look

UNKNOWN = "[x]"
MOST = 8
"""Marks along the foot of a chart: more would write over each other, so every k-th stands for the rest."""


def split(figures: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Part figures with a value from those that have only a mark."""
    seen = figures.filter(pl.col("value").is_not_null())
    unseen = figures.filter(pl.col("value").is_null())
    return seen, unseen.with_columns(pl.col("mark").fill_null(UNKNOWN))


def along_the_foot(unseen: pl.DataFrame, look: Look, x: alt.X) -> alt.Chart:
    """Write the marks along the foot of a chart over time. Columns: the x field, mark."""
    few = unseen.unique(maintain_order=True)
    return (
        alt.Chart(few.gather_every(-(-few.height // MOST)))
        .mark_text(baseline="bottom", color=look.colours.muted, dy=-2)
        .encode(x=x, y=alt.YValue("height"), text=alt.Text("mark:N"), tooltip=[alt.Tooltip("mark:N", title="Hidden")])
    )


def along_the_side(unseen: pl.DataFrame, look: Look, y: alt.Y) -> alt.Chart:
    """Write the marks at the left of a chart with one row a name. Columns: the y field, mark."""
    return (
        alt.Chart(unseen)
        .mark_text(align="left", color=look.colours.muted, dx=4)
        .encode(x=alt.XValue(0), y=y, text=alt.Text("mark:N"), tooltip=[alt.Tooltip("mark:N", title="Hidden")])
    )
