"""Thirteen small months, for a card: the shape alone, the last month marked."""

import altair as alt
import polars as pl

from dashboard.charts.look import Drawing, Look
from dashboard.charts.numbers import written
from dashboard.charts.theme import finish

HEIGHT = 44


def spark(figures: pl.DataFrame, look: Look) -> Drawing:
    """Draw a bare line. Columns: month, value, mark. A hidden month is a gap here; the card says its mark."""
    shown = [written(row["value"], look.unit, row["mark"]) for row in figures.iter_rows(named=True)]
    rows = figures.select("month", "value").with_columns(pl.Series("shown", shown, dtype=pl.String))
    x = alt.X("month:T", axis=None)
    y = alt.Y("value:Q", axis=None, scale=alt.Scale(zero=False, padding=4))
    tooltip = [alt.Tooltip("month:T", title="Month", format="%B %Y"), alt.Tooltip("shown:N", title="Value")]
    line = alt.Chart(rows).mark_line(color=look.colours.others, strokeWidth=2, point={"opacity": 0, "size": 40})
    last = alt.Chart(rows.filter(pl.col("value").is_not_null()).tail(1)).mark_circle(
        size=70, color=look.colours.focus, opacity=1
    )
    return finish(
        alt.layer(line.encode(x=x, y=y, tooltip=tooltip), last.encode(x=x, y=y, tooltip=tooltip)), look, HEIGHT
    )
