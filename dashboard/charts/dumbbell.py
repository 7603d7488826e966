"""Same provider, same care: from the cheapest borough to the dearest, the focus marked."""

import altair as alt
import polars as pl

from dashboard.charts.look import PICKED, Drawing, Look
from dashboard.charts.numbers import axis_format, written
from dashboard.charts.stacked import side
from dashboard.charts.theme import finish

ROW = 40
"""Pixels a line."""


def dumbbell(figures: pl.DataFrame, look: Look, *, most: int = 12) -> Drawing:
    """Draw a line from low to high by label. At most `most` lines, in the order given.

    Columns: label, low, low_who, high, high_who, mine (the focus's value or null), n.
    """
    rows = figures.head(most)
    names = rows["label"].to_list()
    y = side(names, look, "label", wide=24)
    told = rows.with_columns(
        pl.Series("words", [_words(row, look) for row in rows.iter_rows(named=True)], dtype=pl.String)
    )
    layers = [_line(told, y, look), _end(told, y, look, "low"), _end(told, y, look, "high")]
    mine = told.filter(pl.col("mine").is_not_null())
    if mine.height:
        layers.append(_mine(mine, y, look))
    return finish(alt.layer(*layers), look, height=ROW * max(len(names), 2) + 30)


def _words(row: dict[str, object], look: Look) -> str:
    low, high = (written(float(str(row[end])), look.unit) for end in ("low", "high"))
    return f"{row['low_who']} {low}, {row['high_who']} {high} (n = {row['n']})"


def _x(look: Look, field: str) -> alt.X:
    axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=5)
    return alt.X(f"{field}:Q", title=None, axis=axis, scale=alt.Scale(zero=False, padding=12))


def _line(told: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    rows = told.select("label", "low", "high", "words")
    tooltip = [alt.Tooltip("label:N", title="Provider and care"), alt.Tooltip("words:N", title="From and to")]
    chart = alt.Chart(rows).mark_rule(strokeWidth=3, color=look.colours.others)
    picked = alt.selection_point(name=PICKED, fields=["label"], on="click")
    return chart.encode(x=_x(look, "low"), x2="high:Q", y=y, tooltip=tooltip).add_params(picked)


def _end(told: pl.DataFrame, y: alt.Y, look: Look, end: str) -> alt.Chart:
    rows = told.select("label", end, "words")
    tooltip = [alt.Tooltip("label:N", title="Provider and care"), alt.Tooltip("words:N", title="From and to")]
    fill = look.colours.background if end == "low" else look.colours.others
    mark = alt.Chart(rows).mark_point(
        size=90, filled=True, fill=fill, stroke=look.colours.others, strokeWidth=2, opacity=1
    )
    return mark.encode(x=_x(look, end), y=y, tooltip=tooltip)


def _mine(mine: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    told = mine.select("label", "mine").with_columns(
        pl.Series("shown", [written(value, look.unit) for value in mine["mine"]])
    )
    tooltip = [alt.Tooltip("label:N", title="Provider and care"), alt.Tooltip("shown:N", title=look.focus or "Focus")]
    mark = alt.Chart(told).mark_point(shape="diamond", size=150, filled=True, color=look.colours.focus, opacity=1)
    return mark.encode(x=_x(look, "mine"), y=y, tooltip=tooltip)
