"""Small multiples: one small chart a borough over time, all on one axis, the consortium behind each."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts.look import CONSORTIUM, Drawing, Look
from dashboard.charts.theme import config
from dashboard.charts.tips import COLUMNS, tips, told
from dashboard.charts.trend import measured

WIDE: Final = 142
TALL: Final = 84
"""Pixels a small chart: two side by side fit a phone."""

MONTHS: Final = alt.X("month:T", title=None, axis=alt.Axis(format="%Y", tickCount=3, labelFlush=True))


def multiples(figures: pl.DataFrame, look: Look, *, across: int = 2) -> Drawing:
    """Draw a grid. Columns: month, series, value, lower, upper, mark, n; the series Consortium stands behind each."""
    rows = told(figures, look)
    behind = rows.filter(pl.col("series") == CONSORTIUM).select("month", "value")
    names = [name for name in rows["series"].unique(maintain_order=True) if name != CONSORTIUM]
    grid = alt.concat(*[_small(rows, behind, name, look) for name in names], columns=across, spacing={"row": 14, "column": 18})
    return grid.resolve_scale(y="shared", x="shared").properties(padding=4).configure(**config(look.colours))


def _small(rows: pl.DataFrame, behind: pl.DataFrame, name: str, look: Look) -> alt.LayerChart:
    mine = rows.filter(pl.col("series") == name).select("month", "value", "mark", *COLUMNS)
    seen, unseen = mine.drop("mark"), mine.filter(pl.col("value").is_null()).select("month", pl.col("mark").fill_null("[x]"))
    tooltip = tips(alt.Tooltip("month:T", title="Month", format="%B %Y"))
    grey = alt.Chart(behind).mark_line(color=look.colours.others, strokeWidth=1).encode(x=MONTHS, y=measured(look))
    colour = look.colours.focus if name == look.focus else look.colours.consortium
    line = alt.Chart(seen).mark_line(color=colour, strokeWidth=2, point={"opacity": 0, "size": 30})
    layers = [grey, line.encode(x=MONTHS, y=measured(look), tooltip=tooltip)]
    if unseen.height:
        words = alt.Chart(unseen).mark_text(baseline="bottom", color=look.colours.muted, fontSize=10)
        layers.append(words.encode(x=MONTHS, y=alt.value(TALL), text="mark:N"))
    title = alt.TitleParams(name, fontSize=12, fontWeight=600, anchor="start", offset=4)
    return alt.layer(*layers).properties(width=WIDE, height=TALL, title=title)
