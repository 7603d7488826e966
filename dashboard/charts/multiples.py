"""Small multiples: one small chart a borough over time, all on one axis, the consortium behind each."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts.hidden import UNKNOWN
from dashboard.charts.look import CONSORTIUM, Drawing, Look
from dashboard.charts.stacked import side
from dashboard.charts.theme import finish
from dashboard.charts.tips import COLUMNS, tips, told
from dashboard.charts.trend import MONTHS, ends

ROW: Final = 52
"""Pixels a borough."""


def multiples(figures: pl.DataFrame, look: Look) -> Drawing:
    """Draw one small line under the other. Columns: month, series, value, lower, upper, mark, n.

    The series Consortium stands in grey behind each; the last value is written at the end of each line.
    """
    rows = told(figures, look)
    names = [str(name) for name in rows["series"].unique(maintain_order=True) if name != CONSORTIUM]
    behind = rows.filter(pl.col("series") == CONSORTIUM).select("month", "value")
    behind = pl.DataFrame({"series": names}).join(behind, how="cross")
    mine = rows.filter(pl.col("series") != CONSORTIUM)
    place = _place(mine, names, look)
    layers = [_line(behind, look.colours.others, 1, place)]
    for some, colour in (
        (pl.col("series") != (look.focus or ""), look.colours.consortium),
        (pl.col("series") == (look.focus or ""), look.colours.focus),
    ):
        layers.append(_line(mine.filter(some).select("series", "month", "value", *COLUMNS), colour, 2, place))
    layers += [_last(mine, look, place), _hidden(mine, look, place)]
    drawn = [layer for layer in layers if not layer.data.is_empty()]
    return finish(alt.layer(*drawn), look, height=ROW * max(len(names), 2) + 30)


Place = dict[str, alt.X | alt.Y | alt.YOffset]


def _place(mine: pl.DataFrame, names: list[str], look: Look) -> Place:
    """The axes: months across, one row a borough, the value within the row on one scale for all."""
    domain = ends(mine.filter(pl.col("value").is_not_null()).with_columns(lower=None, upper=None))
    within = alt.Scale(domain=list(domain), reverse=True, nice=False)
    y = side(names, look).scale(domain=names, paddingInner=0.3, paddingOuter=0.1)
    return {"x": MONTHS, "y": y, "yOffset": alt.YOffset("value:Q", scale=within)}


def _line(rows: pl.DataFrame, colour: str, width: int, place: Place) -> alt.Chart:
    chart = alt.Chart(rows).mark_line(color=colour, strokeWidth=width, point={"opacity": 0, "size": 30})
    who, when = alt.Tooltip("series:N", title="Who"), alt.Tooltip("month:T", title="Month", format="%B %Y")
    tooltip = tips(who, when) if "shown" in rows.columns else []
    return chart.encode(**place, detail="series:N", tooltip=tooltip)


def _last(mine: pl.DataFrame, look: Look, place: Place) -> alt.Chart:
    last = mine.filter(pl.col("value").is_not_null()).sort("month").group_by("series", maintain_order=True).last()
    words = alt.Chart(last.select("series", "month", "value", "shown")).mark_text(
        align="left", dx=6, color=look.colours.text
    )
    return words.encode(**place, text="shown:N")


def _hidden(mine: pl.DataFrame, look: Look, place: Place) -> alt.Chart:
    """One mark a borough with hidden months, in the middle of them."""
    unseen = mine.filter(pl.col("value").is_null()).sort("month")
    marks = unseen.group_by("series", maintain_order=True).agg(
        pl.col("month").gather(pl.len() // 2).first(), pl.col("mark").first().fill_null(UNKNOWN)
    )
    return alt.Chart(marks).mark_text(color=look.colours.muted).encode(x=place["x"], y=place["y"], text="mark:N")
