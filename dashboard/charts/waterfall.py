"""Why a sum changed: each part from where the one before it ended, and the whole change last."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts import suppressed
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.number_format import adding_up, axis_format, signed
from dashboard.charts.stacked_bars import side
from dashboard.charts.theme import finish
from metrics import Unit

ROW: Final = 40
"""Pixels a part."""


@chart("bridge", "Waterfall")
def bridge(figures: pl.DataFrame, look: Look) -> Drawing:
    """Draw the parts of a change as steps. Columns: series, value, mark, the whole last.

    Where a part is hidden no step can stand on another, so each starts from zero.
    """
    told = pl.Series("rounded", rounded(figures["value"].to_list(), look.unit), pl.Float64)
    seen, unseen = suppressed.split(stepped(figures).with_columns(told))
    y = side(figures["series"].to_list(), look, bold=(str(figures["series"][-1]),))
    layers: list[alt.Chart] = [_nought(look), _steps(seen, y, look), _values(seen, y, look)]
    if unseen.height:
        layers.append(suppressed.along_the_side(unseen.select("series", "mark"), look, y))
    return finish(alt.layer(*layers), look, height=ROW * figures.height + 30)


def stepped(figures: pl.DataFrame) -> pl.DataFrame:
    """Add start, end and way (rise, fall or whole)."""
    place, last = pl.int_range(pl.len()), pl.len() - 1
    before = pl.col("value").cum_sum() - pl.col("value")
    stands = (place < last) & ~pl.lit(figures["value"].null_count() > 0)
    start = pl.when(stands).then(before).otherwise(0.0)
    way = pl.when(place == last).then(pl.lit("whole")).when(pl.col("value") < 0).then(pl.lit("fall"))
    return figures.with_columns(start=start, end=start + pl.col("value"), way=way.otherwise(pl.lit("rise")))


def rounded(values: list[float | None], unit: Unit) -> list[float | None]:
    """Round the parts so that they add up to the whole, last, as it is shown; as they are where one is hidden."""
    known = [value for value in values if value is not None]
    if len(known) < len(values) or len(known) < 2:
        return values
    return [*adding_up(known[:-1], known[-1], unit), known[-1]]


def _x(look: Look, field: str) -> alt.X:
    axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=5)
    return alt.X(f"{field}:Q", title=None, axis=axis, scale=alt.Scale(padding=56))


def _nought(look: Look) -> alt.Chart:
    rule = alt.Chart(pl.DataFrame({"end": [0.0]})).mark_rule(color=look.colours.others)
    return rule.encode(x=_x(look, "end"))


def _steps(seen: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    rows = seen.select("series", "start", "end", "way").with_columns(_shown(seen, look))
    colours = [look.colours.highlight, look.colours.benchmark, look.colours.consortium]
    colour = alt.Color("way:N", scale=alt.Scale(domain=["rise", "fall", "whole"], range=colours), legend=None)
    tooltip = [alt.Tooltip("series:N", title="Part"), alt.Tooltip("shown:N", title="Change")]
    chart = alt.Chart(rows).mark_bar(height={"band": 0.6})
    return chart.encode(x=_x(look, "start"), x2=alt.X2("end:Q"), y=y, color=colour, tooltip=tooltip)


def _values(seen: pl.DataFrame, y: alt.Y, look: Look) -> alt.Chart:
    right = pl.max_horizontal("start", "end").alias("end")
    rows = seen.select("series", right).with_columns(_shown(seen, look))
    words = alt.Chart(rows).mark_text(align="left", dx=6, fontWeight=600, color=look.colours.text)
    return words.encode(x=_x(look, "end"), y=y, text=alt.Text("shown:N"))


def _shown(seen: pl.DataFrame, look: Look) -> pl.Series:
    return pl.Series("shown", [signed(value, look.unit) for value in seen["rounded"]], dtype=pl.String)
