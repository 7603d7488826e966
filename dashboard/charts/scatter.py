"""Cost against need: the line that need explains, and the placements far from it."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.line_labels import apart
from dashboard.charts.number_format import axis_format, written
from dashboard.charts.strip_plot import thinned
from dashboard.charts.theme import finish

HEIGHT: Final = 320

LINE: Final = 17
"""Pixels between the names of two outliers."""


@chart("scatter", "Scatter chart")
def scatter(figures: pl.DataFrame, look: Look, *, points: pl.DataFrame, line: pl.DataFrame, across: str) -> Drawing:
    """Draw points over an expected line.

    Args:
        figures: what stands in the table beside the chart, in place of the points; not drawn.
        look: page, focus and unit of the value.
        points: need (number), value, series (whose), name (null but for outliers that may be named).
        line: need, value: the ends of the expected line.
        across: the words under the x axis, unit included.
    """
    del figures
    named = points.filter(pl.col("name").is_not_null())
    rest = thinned(points.filter(pl.col("name").is_null()).select("need", "value", "series"))
    is_mine = pl.col("series") == (look.focus or "")
    clouds = [
        (rest.filter(~is_mine), "Others", look.colours.others, 0.4),
        (rest.filter(is_mine), look.focus, look.colours.focus, 0.8),
    ]
    layers = [_cloud(some, who, colour, opacity, look, across) for some, who, colour, opacity in clouds if some.height]
    layers.append(_expected(line, look, across))
    if named.height:
        layers += _outliers(named.head(12), points, look, across)
    return finish(alt.layer(*layers), look, height=HEIGHT)


def _placed(rows: pl.DataFrame, look: Look, across: str) -> alt.Chart:
    """Points of rows on the two axes."""
    y_axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=5)
    x = alt.X("need:Q", title=across, scale=alt.Scale(zero=False))
    return alt.Chart(rows).encode(x=x, y=alt.Y("value:Q", title=None, axis=y_axis))


def _cloud(rows: pl.DataFrame, who: str | None, colour: str, opacity: float, look: Look, across: str) -> alt.Chart:
    shown = pl.Series("shown", [written(value, look.unit) for value in rows["value"]], dtype=pl.String)
    told = rows.select("need", "value").with_columns(shown, who=pl.lit(who))
    tooltip = [
        alt.Tooltip("who:N", title="Whose"),
        alt.Tooltip("need:Q", title=across),
        alt.Tooltip("shown:N", title="Cost"),
    ]
    return _placed(told, look, across).mark_circle(size=36, opacity=opacity, color=colour).encode(tooltip=tooltip)


def _expected(line: pl.DataFrame, look: Look, across: str) -> alt.Chart:
    drawn = _placed(line.select("need", "value"), look, across)
    return drawn.mark_line(color=look.colours.consortium, strokeWidth=2.5)


def _outliers(named: pl.DataFrame, points: pl.DataFrame, look: Look, across: str) -> list[alt.Chart]:
    """Ring the outliers and write their names on the side with more room, none over another."""
    middle = (float(str(points["need"].min())) + float(str(points["need"].max()))) / 2
    gap = float(str(points["value"].max())) * LINE / HEIGHT
    told = named.select("need", "value", "name").with_columns(
        pl.Series("shown", [written(value, look.unit) for value in named["value"]], dtype=pl.String),
        pl.Series("at", apart(named["value"].to_list(), gap), dtype=pl.Float64),
    )
    tooltip = [
        alt.Tooltip("name:N", title="Placement"),
        alt.Tooltip("need:Q", title=across),
        alt.Tooltip("shown:N", title="Cost"),
    ]
    base = _placed(told, look, across).encode(tooltip=tooltip)
    ring = base.mark_point(size=110, color=look.colours.highlight, strokeWidth=2.5, filled=False)
    left, right = told.filter(pl.col("need") > middle), told.filter(pl.col("need") <= middle)
    return [ring, _names(left, look, across, is_left=True), _names(right, look, across, is_left=False)]


def _names(told: pl.DataFrame, look: Look, across: str, *, is_left: bool) -> alt.Chart:
    rows = told.select("need", "name", value="at")
    ink = look.colours.highlight_ink
    if is_left:
        words = _placed(rows, look, across).mark_text(align="right", dx=-10, color=ink, fontWeight=600)
    else:
        words = _placed(rows, look, across).mark_text(align="left", dx=10, color=ink, fontWeight=600)
    return words.encode(text=alt.Text("name:N"))
