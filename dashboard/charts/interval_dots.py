"""One value a name with its 95% range beside a line that means something: no change, or the average."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import suppressed
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.number_format import axis_format
from dashboard.charts.stacked_bars import side
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import COLUMNS, tips, told
from metrics.chance.false_discovery import clear_of

ROW: Final = 30
"""Pixels a name."""


@chart("ranges", "Dot chart with ranges")
def ranges(figures: pl.DataFrame, look: Look, *, group: str, at: float, across: str, most: int = 14) -> Drawing:
    """Draw a point and its range a name, in the order given; filled where it is clear of the line, judged together.

    Args:
        figures: `group`, value, lower, upper, mark, n. At most `most` names are drawn.
        look: page, focus and unit.
        group: the column that names the rows.
        at: where the line stands.
        across: the words under the axis: what each side of the line means.
        most: names drawn at most.
    """
    rows = told(figures.head(most), look).with_columns(pl.col(group).cast(pl.String).alias("group"))
    seen, unseen = suppressed.split(rows.with_columns(clear_of(rows, at)))
    y = side(rows["group"].to_list(), look, "group", wide=22)
    line = alt.Chart(pl.DataFrame({"at": [at]})).mark_rule(color=look.colours.text, strokeDash=[4, 3])
    layers = [line.encode(x=_x("at", look, across)), *(_points(seen, y, look, across) if seen.height else [])]
    if unseen.height:
        layers.append(suppressed.along_the_side(unseen.select("group", "mark"), look, y))
    return finish(alt.layer(*layers), look, height=ROW * max(rows.height, 2) + 50)


def _x(field: str, look: Look, across: str) -> alt.X:
    return alt.X(f"{field}:Q", title=across, axis=alt.Axis(labelExpr=axis_format(look.unit), tickCount=5))


def _points(seen: pl.DataFrame, y: alt.Y, look: Look, across: str) -> list[alt.Chart]:
    drawn = seen.select("group", "value", "lower", "upper", "is_clear", *COLUMNS).with_columns(
        words=pl.format("{} (n {})", "shown", "of")
    )
    ink = look.colours.focus if look.focus else look.colours.consortium
    base = alt.Chart(drawn).encode(y=y, tooltip=tips(alt.Tooltip("group:N", title="Group")))
    rule = base.mark_rule(color=look.colours.others, strokeWidth=2)
    colour = alt.condition(alt.datum.is_clear, alt.value(ink), alt.value(look.colours.background))
    point = base.mark_point(size=90, filled=True, opacity=1, stroke=ink, strokeWidth=2)
    words = base.mark_text(align="left", dx=8, color=look.colours.text)
    return [
        rule.encode(x=_x("lower", look, across), x2=alt.X2("upper:Q")),
        point.encode(x=_x("value", look, across), fill=colour),
        words.encode(x=alt.XValue("width"), text=alt.Text("words:N")),
    ]
