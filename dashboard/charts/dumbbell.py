"""Same provider, same care: from the cheapest borough to the dearest, the focus marked."""

import altair as alt
import polars as pl

from dashboard.charts.chart import chart
from dashboard.charts.chart_style import PICKED, Drawing, Look
from dashboard.charts.number_format import axis_format, signed
from dashboard.charts.theme import finish

ROW = 66
"""Pixels a line, with its words above it."""

DOWN = 20
"""Pixels from the middle of a row to its line."""


@chart("dumbbell", "Dumbbell chart")
def dumbbell(figures: pl.DataFrame, look: Look, *, most: int = 8) -> Drawing:
    """Draw a line from low to high by label, its words above it. At most `most` lines, in the order given.

    Columns: label, low, low_who, high, high_who, mine (the focus's value or null). Values are above and below zero.
    """
    rows = figures.head(most)
    words = [_words(row, look) for row in rows.iter_rows(named=True)]
    told = rows.with_columns(pl.Series("words", words, dtype=pl.String))
    y = alt.Y("label:N", scale=alt.Scale(domain=told["label"].to_list()), axis=None)
    layers = [_zero_line(told, y, look), _line(told, y, look), _end(told, y, look, "low"), _end(told, y, look, "high")]
    mine = told.filter(pl.col("mine").is_not_null())
    if mine.height:
        layers.append(_mine(mine, y, look))
    return finish(alt.layer(*layers, *_names(told, y, look)), look, height=ROW * max(rows.height, 2) + 30)


def _words(row: dict[str, object], look: Look) -> str:
    low, high = (signed(float(str(row[end])), look.unit) for end in ("low", "high"))
    return f"{row['low_who']} {low} to {row['high_who']} {high}"


def _x(look: Look, field: str) -> alt.X:
    axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=5)
    return alt.X(f"{field}:Q", title=None, axis=axis, scale=alt.Scale(padding=12))


def _zero_line(told: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    """A tick on each line at what need explains."""
    rows = told.select("label").with_columns(low=pl.lit(0.0))
    tick = alt.Chart(rows).mark_tick(color=look.colours.consortium, size=18, thickness=2, yOffset=DOWN)
    return tick.encode(x=_x(look, "low"), y=y)


def _tips() -> list[alt.Tooltip]:
    return [alt.Tooltip("label:N", title="Provider and care"), alt.Tooltip("words:N", title="From and to")]


def _line(told: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    rows = told.select("label", "low", "high", "words")
    chart = alt.Chart(rows).mark_rule(strokeWidth=3, color=look.colours.others, yOffset=DOWN)
    picked = alt.selection_point(name=PICKED, fields=["label"], on="click")
    return chart.encode(x=_x(look, "low"), x2=alt.X2("high:Q"), y=y, tooltip=_tips()).add_params(picked)


def _end(told: pl.DataFrame, y: alt.Y, look: Look, end: str) -> alt.Chart:
    rows = told.select("label", end, "words")
    fill = look.colours.background if end == "low" else look.colours.others
    mark = alt.Chart(rows).mark_point(
        size=90, filled=True, fill=fill, stroke=look.colours.others, strokeWidth=2, opacity=1, yOffset=DOWN
    )
    return mark.encode(x=_x(look, end), y=y, tooltip=_tips())


def _names(told: pl.DataFrame, y: alt.Y, look: Look) -> list[alt.Chart]:
    """The provider and care, and under it who pays least and most, from the left edge and no wider than the chart."""
    base = alt.Chart(told.select("label", "words")).encode(x=alt.XValue(0), y=y)
    wide = alt.ExprRef("width")
    label = base.mark_text(align="left", dy=-18, fontWeight=600, fontSize=13, limit=wide, color=look.colours.text)
    words = base.mark_text(align="left", dy=-1, limit=wide, color=look.colours.muted)
    return [label.encode(text=alt.Text("label:N")), words.encode(text=alt.Text("words:N"))]


def _mine(mine: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    told = mine.select("label", "mine").with_columns(
        pl.Series("shown", [signed(value, look.unit) for value in mine["mine"]], dtype=pl.String)
    )
    tooltip = [alt.Tooltip("label:N", title="Provider and care"), alt.Tooltip("shown:N", title=look.focus or "Focus")]
    mark = alt.Chart(told).mark_point(
        shape="diamond", size=150, filled=True, color=look.colours.focus, opacity=1, yOffset=DOWN
    )
    return mark.encode(x=_x(look, "mine"), y=y, tooltip=tooltip)
