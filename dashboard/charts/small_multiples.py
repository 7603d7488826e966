"""Small multiples: one small line a borough over time, all on one scale, the consortium behind each."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts.borough_limit import few
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import CONSORTIUM, Drawing, Look
from dashboard.charts.stacked_bars import side
from dashboard.charts.suppressed import UNKNOWN
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import COLUMNS, tips, told
from dashboard.charts.trend import MONTHS, Ends, ends

ROW: Final = 60
"""Pixels a borough."""

DRAWN: Final = ["series", "month", "value"]


@chart("multiples", "Small multiples", slide="line", has_line_a_borough=True, is_fine=True)
def multiples(figures: pl.DataFrame, look: Look) -> Drawing:
    """Draw one small line under the other. Columns: month, series, value, lower, upper, mark, n.

    The series Consortium stands behind each, dark and thin; the last value is written at the end of each line.
    """
    rows = told(few(figures, look), look)
    mine = rows.filter(pl.col("series") != CONSORTIUM)
    names = [str(name) for name in mine["series"].unique(maintain_order=True)]
    layers = [
        *_behind(rows, names, look),
        *_lines(mine, names, look, mine["series"] != (look.focus or ""), look.colours.others),
        *_lines(mine, names, look, mine["series"] == (look.focus or ""), look.colours.focus),
        *_last(mine, names, look),
        *_hidden(mine, names, look),
    ]
    return finish(alt.layer(*layers), look, height=ROW * max(len(names), 2) + 30)


def _placed(rows: pl.DataFrame, mine: pl.DataFrame, names: list[str], look: Look) -> alt.Chart:
    """Rows on the axes: months across, one row a borough, the value within the row on one scale for all."""
    within = alt.Scale(domain=list(_domain(mine)), nice=False)
    y = side(names, look).scale(domain=names, paddingInner=0.1, paddingOuter=0.15)
    return alt.Chart(rows).encode(
        x=MONTHS, y=y, yOffset=alt.YOffset("value:Q", scale=within), detail=alt.Detail("series:N")
    )


def _domain(mine: pl.DataFrame) -> Ends:
    return ends(mine.filter(pl.col("value").is_not_null()).with_columns(lower=None, upper=None))


def _behind(rows: pl.DataFrame, names: list[str], look: Look) -> list[alt.Chart]:
    consortium = rows.filter(pl.col("series") == CONSORTIUM).select("month", "value")
    copies = pl.DataFrame({"series": names}).join(consortium, how="cross")
    if copies.is_empty():
        return []
    mine = rows.filter(pl.col("series") != CONSORTIUM)
    return [_placed(copies, mine, names, look).mark_line(color=look.colours.consortium, strokeWidth=1)]


def _lines(mine: pl.DataFrame, names: list[str], look: Look, which: pl.Series, colour: str) -> list[alt.Chart]:
    some = mine.filter(which).select(*DRAWN, *COLUMNS)
    if some.is_empty():
        return []
    who, when = alt.Tooltip("series:N", title="Who"), alt.Tooltip("month:T", title="Month", format="%B %Y")
    line = _placed(some, mine, names, look).mark_line(color=colour, strokeWidth=2.5, point={"opacity": 0, "size": 30})
    return [line.encode(tooltip=tips(who, when))]


def _last(mine: pl.DataFrame, names: list[str], look: Look) -> list[alt.Chart]:
    seen = mine.filter(pl.col("value").is_not_null()).sort("month")
    last = seen.group_by("series", maintain_order=True).last().select(*DRAWN, "shown")
    words = _placed(last, mine, names, look).mark_text(align="left", dx=6, color=look.colours.text)
    return [] if last.is_empty() else [words.encode(text=alt.Text("shown:N"))]


def _hidden(mine: pl.DataFrame, names: list[str], look: Look) -> list[alt.Chart]:
    """One mark a borough with hidden months, in the middle of them."""
    unseen = mine.filter(pl.col("value").is_null()).sort("month")
    marks = unseen.group_by("series", maintain_order=True).agg(
        pl.col("month").get(pl.len() // 2), pl.col("mark").first().fill_null(UNKNOWN)
    )
    chart = alt.Chart(marks).mark_text(color=look.colours.muted)
    return [] if marks.is_empty() else [chart.encode(x=MONTHS, y=side(names, look), text=alt.Text("mark:N"))]
