"""Two bars a name: now, and an earlier time."""

from typing import Any, Final

import altair as alt
import polars as pl

from dashboard.charts import line_labels, suppressed
from dashboard.charts.borough_limit import few
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import CONSORTIUM, Drawing, Look
from dashboard.charts.number_format import axis_format
from dashboard.charts.stacked_bars import side
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import tips, told

ROW: Final = 48
"""Pixels a pair."""

NOW: Final = "This period"
BEFORE: Final = "A year before"
PALE: Final = 0.45
"""How much of its colour a bar of the earlier time has."""


@chart("pairs", "Paired bar chart", has_line_a_borough=True)
def pairs(figures: pl.DataFrame, look: Look, *, before: pl.DataFrame, earlier: str = BEFORE) -> Drawing:
    """Draw pairs of bars in the order given, the change in words beside each.

    Where boroughs stand beside each other, each has the colour of its role, paler for the earlier time.

    Args:
        figures: series, change (words), value, mark, n.
        look: page, focus and unit.
        before: series, value, mark, n: the same at the earlier time.
        earlier: the name of that time.
    """
    figures = few(figures, look)
    names = figures["series"].to_list()
    y = side(names, look, wide=20)
    drawn = before.filter(pl.col("series").is_in(names))
    then = drawn.with_columns(change=pl.lit("")).select("series", "change", "value", "mark", "n")
    now = figures.select(then.columns)
    rows = pl.concat([_half(now, NOW, look), _half(then, earlier, look)])
    whens = [NOW, earlier]
    seen, unseen = suppressed.split(rows)
    inks = _by_role(names, look, whens) if _are_boroughs(names, look) else _by_time(look, whens)
    layers: list[alt.Chart] = [_bars(seen, y, look, whens).encode(**inks), _words(seen, y, look, whens)]
    if unseen.height:
        layers.append(_marks(unseen, y, look, whens))
    return finish(alt.layer(*layers), look, height=ROW * max(len(names), 2) + 60)


def _half(rows: pl.DataFrame, when: str, look: Look) -> pl.DataFrame:
    return told(rows.with_columns(when=pl.lit(when)), look)


def _are_boroughs(names: list[str], look: Look) -> bool:
    return CONSORTIUM in names or look.focus in names


def _by_role(names: list[str], look: Look, whens: list[str]) -> dict[str, Any]:
    """A colour a role, the earlier time paler."""
    faint = alt.Scale(domain=whens, range=[1, PALE])
    legend = alt.Legend(orient="top", title=None, symbolType="square", offset=6, symbolFillColor=look.colours.text)
    return {
        "color": alt.Color("series:N", scale=line_labels.scale(names, look), legend=None),
        "opacity": alt.Opacity("when:N", scale=faint, legend=legend),
    }


def _by_time(look: Look, whens: list[str]) -> dict[str, Any]:
    """The focus's or the consortium's colour now, grey at the earlier time."""
    ink = look.colours.focus if look.focus else look.colours.consortium
    legend = alt.Legend(orient="top", title=None, symbolType="square", offset=6)
    scale = alt.Scale(domain=whens, range=[ink, look.colours.others])
    return {"color": alt.Color("when:N", scale=scale, legend=legend)}


def _offset(whens: list[str]) -> alt.YOffset:
    return alt.YOffset("when:N", scale=alt.Scale(domain=whens, paddingInner=0.1))


def _bars(seen: pl.DataFrame, y: alt.Y, look: Look, whens: list[str]) -> alt.Chart:
    axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=4)
    who, when = alt.Tooltip("series:N", title="Who"), alt.Tooltip("when:N", title="When")
    bars = alt.Chart(seen.select("series", "when", "value", "shown")).mark_bar()
    x = alt.X("value:Q", title=None, axis=axis)
    return bars.encode(x=x, y=y, yOffset=_offset(whens), tooltip=tips(who, when)[:3])


def _words(seen: pl.DataFrame, y: alt.Y, look: Look, whens: list[str]) -> alt.Chart:
    words = pl.concat_str("shown", "change", separator=", ").str.strip_chars_end(", ")
    rows = seen.select("series", "when", "value", words=words)
    text = alt.Chart(rows).mark_text(align="left", dx=5, color=look.colours.text)
    return text.encode(x=alt.X("value:Q"), y=y, yOffset=_offset(whens), text=alt.Text("words:N"))


def _marks(unseen: pl.DataFrame, y: alt.Y, look: Look, whens: list[str]) -> alt.Chart:
    text = alt.Chart(unseen.select("series", "when", "mark")).mark_text(align="left", dx=4, color=look.colours.muted)
    return text.encode(x=alt.XValue(0), y=y, yOffset=_offset(whens), text=alt.Text("mark:N"))
