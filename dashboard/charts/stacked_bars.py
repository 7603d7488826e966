"""One bar a borough, parts of a hundred: how the mix differs."""

import json
from collections.abc import Sequence

import altair as alt
import polars as pl

from dashboard.charts import line_labels, suppressed, top_groups
from dashboard.charts.borough_limit import few
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import PICKED, Drawing, Look
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import told

TOOLTIP = [
    alt.Tooltip("series:N", title="Who"),
    alt.Tooltip("part:N", title="Group"),
    alt.Tooltip("shown:N", title="Share"),
]

ROW = 34
"""Pixels a bar."""


@chart("stacked", "Stacked bar chart", slide="stacked", has_line_a_borough=True)
def stacked(figures: pl.DataFrame, look: Look, *, part: str, kept: list[str] | None = None) -> Drawing:
    """Draw 100% bars. Columns: series (who), `part`, value (% of the bar), mark. Bars stand in the order given."""
    kept = kept or top_groups.largest(figures, part)
    merged = top_groups.merged(few(figures, look), part, ("series",), kept)
    rows = told(merged.with_columns(part=pl.col(part)), look)
    names = rows["series"].unique(maintain_order=True).to_list()
    seen, unseen = suppressed.split(rows)
    bars = _bars(seen, names, [*kept, top_groups.rest(figures, part, kept)], look)
    chart = alt.layer(bars, _hidden(seen, unseen, names, look)) if unseen.height else bars
    return finish(chart, look, height=ROW * max(len(names), 3) + 70)


def side(
    names: list[str], look: Look, field: str = "series", wide: int = line_labels.WIDE, bold: Sequence[str] = ()
) -> alt.Y:
    """Give the axis of names: the focus and what is `bold` in bold, long names over two lines."""
    broken = {name: line_labels.broken(name, wide).replace("\n", "|") for name in names}
    strong = [*bold, *([look.focus] if look.focus else [])]
    weight = alt.condition(f"indexof({json.dumps(strong)}, datum.label) >= 0", alt.value("bold"), alt.value("normal"))
    axis = alt.Axis(
        labelExpr=f"split({json.dumps(broken)}[datum.label], '|')",
        labelOffset=alt.condition(f"length({json.dumps(broken)}[datum.label]) > {wide}", alt.value(-7), alt.value(0)),
        labelFontWeight=weight,
        labelColor=look.colours.text,
        labelLimit=190,
        ticks=False,
        domain=False,
        labelOverlap=False,
    )
    return alt.Y(f"{field}:N", scale=alt.Scale(domain=names), title=None, axis=axis)


def _bars(seen: pl.DataFrame, names: list[str], parts: list[str], look: Look) -> alt.Chart:
    order = {name: place for place, name in enumerate(parts)}
    rows = seen.select("series", "part", "value", "shown").with_columns(
        order=pl.col("part").replace_strict(order, return_dtype=pl.Int8)
    )
    drawn = [name for name in order if name in rows["part"].to_list()]
    percent = alt.Axis(labelExpr="datum.value + '%'", tickCount=5)
    return (
        alt.Chart(rows)
        .mark_bar(stroke=look.colours.background, strokeWidth=1, height={"band": 0.78})
        .encode(
            x=alt.X("value:Q", stack="zero", title=None, axis=percent, scale=alt.Scale(domain=[0, 100], clamp=True)),
            y=side(names, look),
            color=alt.Color(
                "part:N",
                scale=top_groups.scale(parts[:-1], look, parts[-1]),
                sort=parts,
                legend=top_groups.legend(drawn),
            ),
            order=alt.Order("order:Q"),
            tooltip=TOOLTIP,
        )
        .add_params(alt.selection_point(name=PICKED, fields=["series"], on="click"))
    )


def _hidden(seen: pl.DataFrame, unseen: pl.DataFrame, names: list[str], look: Look) -> alt.Chart:
    """The marks at the end of what is shown of a bar; pointing says which groups they stand for."""
    ends = seen.group_by("series").agg(end=pl.col("value").sum())
    which = unseen.group_by("series", maintain_order=True).agg(pl.col("mark").first(), pl.col("part"))
    rows = which.join(ends, on="series", how="left").with_columns(
        pl.col("end").fill_null(0), pl.col("part").list.join(", ")
    )
    tooltip = [alt.Tooltip("series:N", title="Who"), alt.Tooltip("part:N", title="Hidden")]
    text = alt.Chart(rows).mark_text(align="left", color=look.colours.text, dx=4)
    return text.encode(x=alt.X("end:Q"), y=side(names, look), text=alt.Text("mark:N"), tooltip=tooltip)
