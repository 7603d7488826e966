"""One bar a name, with its 95% range: for short lists that are not boroughs side by side over time."""

import altair as alt
import polars as pl

from dashboard.charts import line_labels, suppressed
from dashboard.charts.borough_limit import are_boroughs, few
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import PICKED, Drawing, Look
from dashboard.charts.number_format import axis_format
from dashboard.charts.stacked_bars import side
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import COLUMNS, tips, told

ROW = 30
"""Pixels a bar."""

LONG = 24
"""Characters a line of a name that is no borough's."""


@chart("bars", "Bar chart", has_line_a_borough=True)
def bars(figures: pl.DataFrame, look: Look, *, most: int = 20, name: str = "series") -> Drawing:
    """Draw horizontal bars in the order given. Columns: `name`, value, lower, upper, mark, n.

    At most `most` bars; of boroughs beside their consortium as many as can be read.
    """
    drawn = few(figures, look) if are_boroughs(figures) else figures.head(most)
    rows = told(drawn.rename({name: "series"}), look)
    names = rows["series"].cast(pl.String).to_list()
    seen, unseen = suppressed.split(rows.with_columns(pl.col("series").cast(pl.String)))
    y = side(names, look, wide=line_labels.WIDE if name == "series" else LONG)
    layers: list[alt.Chart] = [_bars(seen, y, look), *_ranges(seen, y, look), _values(seen, y, look)]
    if unseen.height:
        layers.append(suppressed.along_the_side(unseen.select("series", "mark"), look, y))
    return finish(alt.layer(*layers), look, height=ROW * max(len(names), 2) + 30)


def _bars(seen: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    names = seen["series"].to_list()
    axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=4)
    colour = alt.Scale(domain=names, range=[look.colour(name) for name in names])
    return (
        alt.Chart(seen.select("series", "value", *COLUMNS))
        .mark_bar(height={"band": 0.66})
        .encode(
            x=alt.X("value:Q", title=None, axis=axis, scale=_scale(seen)),
            y=y,
            color=alt.Color("series:N", scale=colour, legend=None),
            tooltip=tips(alt.Tooltip("series:N", title="Who")),
        )
        .add_params(alt.selection_point(name=PICKED, fields=["series"], on="click"))
    )


def _scale(seen: pl.DataFrame) -> alt.Scale:
    """Give the scale; zeros alone stand at its left end, not in its middle."""
    ends = [value for name in ("value", "upper") for value in seen[name].drop_nulls().to_list()]
    return alt.Scale() if any(ends) else alt.Scale(domain=[0, 1])


def _ranges(seen: pl.DataFrame, y: alt.Y, look: Look) -> list[alt.Chart]:
    rows = seen.filter(pl.col("lower").is_not_null()).select("series", "lower", "upper")
    rule = alt.Chart(rows).mark_rule(color=look.colours.highlight, strokeWidth=2)
    return [rule.encode(x=alt.X("lower:Q", title=None), x2=alt.X2("upper:Q"), y=y)] if rows.height else []


def _values(seen: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    """The value in words, right of the bar or of its range."""
    rows = seen.with_columns(end=pl.max_horizontal("value", "upper", pl.lit(0.0))).select("series", "end", "shown")
    return alt.Chart(rows).mark_text(align="left", dx=6).encode(x=alt.X("end:Q"), y=y, text=alt.Text("shown:N"))
