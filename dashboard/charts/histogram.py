"""How many children at what distance, with 20 miles marked."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import suppressed
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import tips, told

FAR: Final = 20
"""Miles: the line that the national measures draw (DfE, LAIT)."""


@chart("histogram", "Histogram")
def histogram(figures: pl.DataFrame, look: Look, *, mark_at: float = FAR, words: str = "20 miles") -> Drawing:
    """Draw bins. Columns: start, end (numbers on the x axis), value, mark, n. Bins after `mark_at` stand out."""
    seen, unseen = suppressed.split(told(figures, look).with_columns(bin=pl.format("{} to {}", "start", "end")))
    layers: list[alt.Chart] = [_bins(seen, look, mark_at), *_line(mark_at, words, look)]
    if unseen.height:
        middle = unseen.select(((pl.col("start") + pl.col("end")) / 2).alias("start"), "mark")
        layers.append(suppressed.along_the_foot(middle, look, _x()))
    return finish(alt.layer(*layers), look)


def _x() -> alt.X:
    return alt.X("start:Q", title="Miles from home", axis=alt.Axis(tickCount=6))


def _bins(seen: pl.DataFrame, look: Look, mark_at: float) -> alt.Chart:
    rows = seen.select("start", "end", "value", "bin", "shown").with_columns(is_far=pl.col("start") >= mark_at)
    near = look.colours.focus if look.focus else look.colours.consortium
    colour = alt.Scale(domain=[False, True], range=[near, look.colours.attention])
    return (
        alt.Chart(rows)
        .mark_rect(stroke=look.colours.background, strokeWidth=1)
        .encode(
            x=_x(),
            x2=alt.X2("end:Q"),
            y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=4)),
            y2=alt.Y2Datum(0),
            color=alt.Color("is_far:N", scale=colour, legend=None),
            tooltip=tips(alt.Tooltip("bin:N", title="Miles"))[:2],
        )
    )


def _line(mark_at: float, words: str, look: Look) -> list[alt.Chart]:
    base = alt.Chart(pl.DataFrame({"start": [float(mark_at)], "words": [words]})).encode(x=_x())
    rule = base.mark_rule(color=look.colours.text, strokeDash=[4, 3])
    label = base.mark_text(align="left", dx=5, baseline="top", fontWeight=600, color=look.colours.text)
    return [rule, label.encode(y=alt.YValue(0), text=alt.Text("words:N"))]
