"""A measure by single year of age, its peaks named."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import suppressed
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.number_format import axis_format, written
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import COLUMNS, tips, told

OLDEST: Final = 17

X: Final = alt.X(
    "age:O",
    title="Age in years",
    scale=alt.Scale(domain=list(range(OLDEST + 1))),
    axis=alt.Axis(labelAngle=0, ticks=False, domain=False),
)


@chart("ages", "Age profile")
def ages(figures: pl.DataFrame, look: Look, *, mean: float | None) -> Drawing:
    """Draw a bar a year with its 95% range. Columns: age, value, lower, upper, mark, n, peak (true where named).

    `mean` is drawn as a line over all ages.
    """
    rows = told(figures, look)
    seen, unseen = suppressed.split(rows)
    layers: list[alt.Chart] = [_bars(seen, look), *_spans(seen, look), *_named(seen, look)]
    if mean is not None:
        layers += _mean(mean, look)
    if unseen.height:
        marks = alt.Chart(unseen.select("age", "mark")).mark_text(baseline="bottom", dy=-2, fontSize=11)
        layers.append(
            marks.encode(x=X, y=alt.YValue("height"), text=alt.Text("mark:N"), color=alt.ColorValue(look.colours.muted))
        )
    return finish(alt.layer(*layers), look)


def _y(field: str, look: Look) -> alt.Y:
    return alt.Y(f"{field}:Q", title=None, axis=alt.Axis(labelExpr=axis_format(look.unit), tickCount=5))


def _bars(seen: pl.DataFrame, look: Look) -> alt.Chart:
    rows = seen.select("age", "value", "peak", *COLUMNS)
    colour = alt.condition(alt.datum.peak, alt.value(look.colours.highlight), alt.value(look.colours.others))
    bars = alt.Chart(rows).mark_bar(width={"band": 0.72}, opacity=0.9)
    return bars.encode(x=X, y=_y("value", look), color=colour, tooltip=tips(alt.Tooltip("age:O", title="Age")))


def _spans(seen: pl.DataFrame, look: Look) -> list[alt.Chart]:
    """The ranges; no score lies below zero, and none is drawn there."""
    rows = seen.filter(pl.col("lower").is_not_null()).select("age", pl.col("lower").clip(lower_bound=0), "upper")
    rule = alt.Chart(rows).mark_rule(color=look.colours.text, opacity=0.55)
    return [rule.encode(x=X, y=_y("lower", look), y2="upper")] if rows.height else []


def _named(seen: pl.DataFrame, look: Look) -> list[alt.Chart]:
    rows = seen.filter("peak").with_columns(top=pl.max_horizontal("value", "upper"))
    text = alt.Chart(rows.select("age", "top", "shown")).mark_text(dy=-8, fontWeight=600)
    shown = text.encode(
        x=X, y=_y("top", look), text=alt.Text("shown:N"), color=alt.ColorValue(look.colours.highlight_ink)
    )
    return [shown] if rows.height else []


def _mean(mean: float, look: Look) -> list[alt.Chart]:
    base = alt.Chart(pl.DataFrame({"mean": [mean], "words": [f"all ages\n{written(mean, look.unit)}"]}))
    rule = base.mark_rule(color=look.colours.text, strokeDash=[4, 3]).encode(y=_y("mean", look))
    words = base.mark_text(align="left", dx=4, lineBreak="\n", lineHeight=13, color=look.colours.text)
    return [rule, words.encode(x=alt.XValue("width"), y=_y("mean", look), text=alt.Text("words:N"))]
