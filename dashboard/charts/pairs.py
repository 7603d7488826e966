"""Two bars a name: now, and the same time a year before."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import hidden
from dashboard.charts.look import Drawing, Look
from dashboard.charts.numbers import axis_format
from dashboard.charts.stacked import side
from dashboard.charts.theme import finish
from dashboard.charts.tips import tips, told

ROW: Final = 48
"""Pixels a pair."""

NOW: Final = "This period"
BEFORE: Final = "A year before"


def pairs(figures: pl.DataFrame, look: Look, *, before: pl.DataFrame) -> Drawing:
    """Draw pairs of bars in the order given, the change in words beside each.

    Args:
        figures: series, change (words), value, mark, n.
        look: page, focus and unit.
        before: series, value, mark, n: the same a year before.
    """
    names = figures["series"].to_list()
    y = side(names, look, wide=20)
    then = before.with_columns(change=pl.lit("")).select("series", "change", "value", "mark", "n")
    now = figures.select(then.columns)
    rows = pl.concat([_half(now, NOW, look), _half(then, BEFORE, look)])
    seen, unseen = hidden.split(rows)
    layers: list[alt.Chart] = [_bars(seen, y, look), _words(seen, y, look)]
    if unseen.height:
        layers.append(_marks(unseen, y, look))
    return finish(alt.layer(*layers), look, height=ROW * max(len(names), 2) + 60)


def _half(rows: pl.DataFrame, when: str, look: Look) -> pl.DataFrame:
    return told(rows.with_columns(when=pl.lit(when)), look)


def _offset() -> alt.YOffset:
    return alt.YOffset("when:N", scale=alt.Scale(domain=[NOW, BEFORE], paddingInner=0.1))


def _bars(seen: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    ink = look.colours.focus if look.focus else look.colours.consortium
    colour = alt.Color(
        "when:N",
        scale=alt.Scale(domain=[NOW, BEFORE], range=[ink, look.colours.others]),
        legend=alt.Legend(orient="top", title=None, symbolType="square", offset=6),
    )
    axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=4)
    who, when = alt.Tooltip("series:N", title="Who"), alt.Tooltip("when:N", title="When")
    bars = alt.Chart(seen.select("series", "when", "value", "shown")).mark_bar()
    x = alt.X("value:Q", title=None, axis=axis)
    return bars.encode(x=x, y=y, yOffset=_offset(), color=colour, tooltip=tips(who, when)[:3])


def _words(seen: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    words = pl.concat_str("shown", "change", separator=", ").str.strip_chars_end(", ")
    rows = seen.select("series", "when", "value", words=words)
    text = alt.Chart(rows).mark_text(align="left", dx=5, color=look.colours.text)
    return text.encode(x="value:Q", y=y, yOffset=_offset(), text="words:N")


def _marks(unseen: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    text = alt.Chart(unseen.select("series", "when", "mark")).mark_text(align="left", dx=4, color=look.colours.muted)
    return text.encode(x=alt.value(0), y=y, yOffset=_offset(), text="mark:N")
