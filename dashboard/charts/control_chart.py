"""A process-control chart: what varies as it always does, and what does not (XmR)."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import suppressed
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.number_format import written
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import tips, told
from dashboard.charts.trend import MONTHS, Breaks, Ends, broken_series, measured

ROOM: Final = 0.1
ROOM_FOR_WORDS: Final = 0.26
"""Room over the highest point, as a share of the axis: for the mean in words, and for an event's words over that."""

LOWEST: Final = pl.min_horizontal(pl.min("value"), pl.min("low"))
HIGHEST: Final = pl.max_horizontal(pl.max("value"), pl.max("high"))


@chart("process", "Control chart", slide="line")
def process(figures: pl.DataFrame, look: Look, *, breaks: Breaks = ()) -> Drawing:
    """Draw a line with its mean and limits. Columns: month, value, mark, n, mean, low, high, signal.

    `signal` is null for common-cause variation, else what makes the point special, in words. Where the mean
    changes, each stretch has a mean and limits of its own. `breaks` are dated rules with words.
    """
    rows = told(figures, look)
    seen, unseen = suppressed.split(rows)
    y = measured(look, _domain(seen, ROOM_FOR_WORDS if breaks else ROOM))
    layers = [*_limits(seen, look), _line(rows, look, y), _points(seen, look, y), _means(seen, look)]
    layers = [*broken_series(breaks, figures["month"], look), *layers]
    if unseen.height:
        layers.append(suppressed.along_the_foot(unseen.select("month", "mark"), look, MONTHS))
    return finish(alt.layer(*layers), look)


def _domain(seen: pl.DataFrame, room: float) -> Ends:
    """The ends of the y axis, from zero where that is near, with room over the highest for words."""
    low, high = (seen.select(ends).to_series()[0] for ends in (LOWEST, HIGHEST))
    if low is None or high is None:
        return 0.0, 1.0
    floor = 0.0 if 0 <= low < high / 3 else low - (high - low) * ROOM
    return floor, high + (high - floor) * room


def _limits(seen: pl.DataFrame, look: Look) -> list[alt.Chart]:
    base = alt.Chart(seen.select("month", "mean", "low", "high")).encode(x=MONTHS, detail=alt.Detail("mean:N"))
    band = base.mark_area(color=look.colours.others, opacity=0.14)
    middle = base.mark_line(color=look.colours.others, strokeWidth=1.5)
    edge = base.mark_line(color=look.colours.others, strokeWidth=1, strokeDash=[4, 3])
    return [
        band.encode(y=alt.Y("low:Q", title=None), y2=alt.Y2("high:Q")),
        middle.encode(y=alt.Y("mean:Q")),
        edge.encode(y=alt.Y("low:Q")),
        edge.encode(y=alt.Y("high:Q")),
    ]


def _means(seen: pl.DataFrame, look: Look) -> alt.Chart:
    """The mean in words, over the upper limit where it starts: few points come near it there."""
    firsts = seen.sort("month").unique("mean", keep="first", maintain_order=True)
    words = [f"mean {written(mean, look.unit)}" for mean in firsts["mean"]]
    told_of = firsts.select("month", "high").with_columns(pl.Series("words", words, dtype=pl.String))
    text = alt.Chart(told_of).mark_text(align="left", baseline="bottom", dx=3, dy=-3, color=look.colours.muted)
    return text.encode(x=MONTHS, y=alt.Y("high:Q"), text=alt.Text("words:N"))


def _line(rows: pl.DataFrame, look: Look, y: alt.Y) -> alt.Chart:
    chart = alt.Chart(rows.select("month", "value")).mark_line(color=look.colours.focus, strokeWidth=2)
    return chart.encode(x=MONTHS, y=y)


def _points(seen: pl.DataFrame, look: Look, y: alt.Y) -> alt.Chart:
    rows = seen.select("month", "value", "signal", "shown").with_columns(pl.col("signal").fill_null("usual variation"))
    usual = alt.datum.signal == "usual variation"
    colour = alt.condition(usual, alt.value(look.colours.focus), alt.value(look.colours.highlight))
    shape = alt.condition(usual, alt.value("circle"), alt.value("diamond"))
    size = alt.condition(usual, alt.value(36), alt.value(130))
    month, why = alt.Tooltip("month:T", title="Month", format="%B %Y"), alt.Tooltip("signal:N", title="Variation")
    return (
        alt.Chart(rows)
        .mark_point(filled=True, opacity=1)
        .encode(x=MONTHS, y=y, color=colour, shape=shape, size=size, tooltip=[*tips(month)[:2], why])
    )
