"""A few figures side by side on each line: one against another, measure by measure."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import suppressed
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.number_format import axis_format
from dashboard.charts.stacked_bars import side
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import COLUMNS, tips, told

ROW: Final = 34
"""Pixels a line."""

FEW: Final = 4
"""Lines up to which the values are written over the marks."""

SHAPES: Final = ("circle", "diamond", "square", "triangle-up", "cross")


@chart("beside", "Side-by-side bar chart")
def beside(figures: pl.DataFrame, look: Look) -> Drawing:
    """Draw a mark for each series on each line. Columns: label, series, value, lower, upper, mark, n.

    Lines and series stand in the order given; the first series, which the chart is about, has its 95% range drawn.
    """
    rows = told(figures, look)
    lines = rows["label"].unique(maintain_order=True).to_list()
    names = rows["series"].unique(maintain_order=True).to_list()
    seen, unseen = suppressed.split(rows)
    y = side(lines, look, "label", wide=22)
    layers = [*_gap(seen, y, look), *_range(seen, names, y, look), _marks(seen, names, y, look)]
    if len(lines) <= FEW:
        layers += _values(seen, names, y, look)
    if unseen.height:
        layers.append(
            suppressed.along_the_side(unseen.select("label", "mark").unique("label", maintain_order=True), look, y)
        )
    return finish(alt.layer(*layers), look, height=(ROW + (22 if len(lines) <= FEW else 0)) * max(len(lines), 2) + 70)


def _x(look: Look, field: str) -> alt.X:
    axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=5)
    return alt.X(f"{field}:Q", title=None, axis=axis, scale=alt.Scale(padding=10))


def _gap(seen: pl.DataFrame, y: alt.Y, look: Look) -> list[alt.Chart]:
    spans = seen.group_by("label", maintain_order=True).agg(low=pl.col("value").min(), high=pl.col("value").max())
    rule = alt.Chart(spans).mark_rule(strokeWidth=2, color=look.colours.grid)
    return [rule.encode(x=_x(look, "low"), x2=alt.X2("high:Q"), y=y)]


def _range(seen: pl.DataFrame, names: list[str], y: alt.Y, look: Look) -> list[alt.Chart]:
    first = seen.filter((pl.col("series") == names[0]) & pl.col("lower").is_not_null())
    rule = alt.Chart(first.select("label", "lower", "upper")).mark_rule(strokeWidth=2, color=look.colours.focus)
    return [rule.encode(x=_x(look, "lower"), x2=alt.X2("upper:Q"), y=y)] if first.height else []


def _marks(seen: pl.DataFrame, names: list[str], y: alt.Y, look: Look) -> alt.Chart:
    legend = alt.Legend(orient="top", title=None, columns=1, labelLimit=300, offset=6)
    colour = alt.Scale(domain=names, range=[_colour(name, names, look) for name in names])
    shape = alt.Scale(domain=names, range=list(SHAPES[: len(names)]))
    rows = seen.select("label", "series", "value", *COLUMNS)
    line, who = alt.Tooltip("label:N", title="What"), alt.Tooltip("series:N", title="Whose")
    return (
        alt.Chart(rows)
        .mark_point(size=110, filled=True, opacity=1)
        .encode(
            x=_x(look, "value"),
            y=y,
            color=alt.Color("series:N", scale=colour, legend=legend),
            shape=alt.Shape("series:N", scale=shape, legend=legend),
            tooltip=tips(line, who),
        )
    )


def _colour(name: str, names: list[str], look: Look) -> str:
    """What the chart is about, what it is compared with first, and what others published of other areas."""
    if look.role(name) == "benchmark":
        return look.colours.benchmark
    return look.colours.focus if name == names[0] else look.colours.highlight


def _values(seen: pl.DataFrame, names: list[str], y: alt.Y, look: Look) -> list[alt.Chart]:
    """The value over the first series' mark, and under the last one's."""
    told = seen.select("label", "series", "value", "shown")
    sides = [(names[0], -14), *([(names[-1], 15)] if len(names) > 1 else [])]
    return [
        alt.Chart(told.filter(pl.col("series") == name))
        .mark_text(dy=dy, color=look.colours.text)
        .encode(x=_x(look, "value"), y=y, text=alt.Text("shown:N"))
        for name, dy in sides
    ]
