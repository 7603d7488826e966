"""Counts or pounds by month, stacked in at most four groups and the rest."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import line_labels, suppressed, top_groups
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.theme import HEIGHT, finish
from dashboard.charts.tooltips import tips, told
from dashboard.charts.trend import MONTHS, Breaks, Ends, broken_series, measured

LINE: Final = 15
"""Pixels a line of words over the stack."""


@chart("areas", "Stacked area chart", slide="stacked")
def areas(
    figures: pl.DataFrame,
    look: Look,
    *,
    part: str,
    kept: list[str] | None = None,
    breaks: Breaks = (),
) -> Drawing:
    """Draw stacked areas. Columns: month (date), `part`, value, mark. `kept` fixes the groups and their order."""
    kept = kept or top_groups.largest(figures, part)
    rows = told(top_groups.merged(figures, part, ("month",), kept).with_columns(series=pl.col(part)), look)
    seen, unseen = suppressed.split(rows)
    parts = [*kept, top_groups.rest(figures, part, kept)]
    domain = _domain(seen, lines=2 * bool(breaks) + bool(unseen.height))
    layers: list[alt.Chart] = [_stack(seen, parts, look, domain), _names(seen, parts, look, domain)]
    layers += broken_series(breaks, rows["month"], look)
    if unseen.height:
        layers.append(_hidden(unseen, look, below=2 * LINE if breaks else 0))
    return finish(alt.layer(*layers).resolve_scale(color="independent"), look)


def _names(seen: pl.DataFrame, parts: list[str], look: Look, domain: Ends) -> alt.Chart:
    """The name of each group beside the middle of its band in the last month."""
    last = seen.filter((pl.col("month") == pl.col("month").max()) & (pl.col("value") > 0))
    order = [name for name in parts if name in last["series"].to_list()]
    band = pl.DataFrame({"series": order}, schema={"series": pl.String}).join(last, on="series", maintain_order="left")
    middle = band.with_columns(value=pl.col("value").cum_sum() - pl.col("value") / 2)
    return line_labels.beside(middle, [look.colours.text] * len(order), domain, HEIGHT, "month")


def _hidden(unseen: pl.DataFrame, look: Look, below: int) -> alt.Chart:
    """Which groups are left out of some months, over the stack: a mark in it would be lost."""
    marks = " ".join(unseen["mark"].unique().sort().to_list())
    groups_hidden = ", ".join(unseen["series"].unique(maintain_order=True).to_list())
    row = pl.DataFrame({"words": [f"Left out of some months {marks}: {groups_hidden}"], "mark": [marks]})
    base = alt.Chart(row).mark_text(align="left", baseline="top", limit=alt.ExprRef("width"), color=look.colours.muted)
    return base.encode(
        x=alt.XValue(0), y=alt.YValue(below), text=alt.Text("words:N"), tooltip=[alt.Tooltip("words:N", title="Hidden")]
    )


def _domain(seen: pl.DataFrame, *, lines: int) -> Ends:
    """The ends of the y axis; above the stack there is room for some lines of words."""
    totals = seen.group_by("month").agg(pl.col("value").sum())["value"].to_list()
    return 0.0, max(totals, default=1.0) * (1.04 + lines * LINE / (HEIGHT - 80))


def _stack(seen: pl.DataFrame, parts: list[str], look: Look, domain: Ends) -> alt.Chart:
    order = {name: place for place, name in enumerate(parts)}
    rows = seen.select("month", "series", "value", "shown").with_columns(
        order=pl.col("series").replace_strict(order, return_dtype=pl.Int8)
    )
    who, when = alt.Tooltip("series:N", title="Group"), alt.Tooltip("month:T", title="Month", format="%B %Y")
    return (
        alt.Chart(rows)
        .mark_area(line={"color": look.colours.background, "strokeWidth": 1}, opacity=1)
        .encode(
            x=MONTHS,
            y=measured(look, domain).stack("zero"),
            color=alt.Color("series:N", scale=top_groups.scale(parts[:-1], look, parts[-1]), legend=None),
            order=alt.Order("order:Q"),
            tooltip=tips(who, when)[:3],
        )
    )
