"""A measure over the months: focus, the others in grey, the consortium, and benchmarks at each year's end."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, Literal, TypeAlias

import altair as alt
import polars as pl

from dashboard.charts import benchmark_years, line_labels, suppressed
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.number_format import axis_format
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import COLUMNS, tips, told

Breaks: TypeAlias = Sequence[tuple[date, str]]
"""Breaks in series: the day of each, and why, over at most two lines."""

Ends: TypeAlias = tuple[float, float]
"""The ends of an axis."""

MONTHS: Final = alt.X("month:T", title=None, axis=alt.Axis(format="%b %Y", tickCount=5, labelFlush=True))


@chart("trend", "Line chart", slide="line")
def trend(figures: pl.DataFrame, look: Look, *, breaks: Breaks = (), from_zero: bool = False) -> Drawing:
    """Draw lines by series. Columns: month (date), series, value, lower, upper, mark, n; of a benchmark a row a year.

    `breaks` are drawn as a dated rule with words: a break in series is part of the chart, not a footnote.
    """
    figures = told(figures, look)
    seen, unseen = suppressed.split(figures)
    domain = ends(seen, from_zero)
    y = measured(look, domain)
    layers = [*_band(seen, look, domain), *benchmark_years.lines(seen, look, y), *_lines(figures, look, y)]
    layers += benchmark_years.named(_last(seen, look), look, domain)
    if breaks:
        layers = [*broken_series(breaks, figures["month"], look), *layers]
    if unseen.height:
        layers.append(suppressed.along_the_foot(unseen.select("month", "mark"), look, MONTHS))
    return finish(alt.layer(*layers).resolve_scale(color="independent"), look)


def fixed(domain: Ends) -> alt.Scale:
    """Give a scale with these ends; every layer of a chart must have the same."""
    return alt.Scale(domain=list(domain), nice=False)


def measured(look: Look, domain: Ends | None = None) -> alt.Y:
    """Give the axis of the measure, labelled in its unit, with fixed ends where they are given."""
    axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=5)
    scale = alt.Scale(zero=False) if domain is None else fixed(domain)
    return alt.Y("value:Q", title=None, scale=scale, axis=axis)


def broken_series(breaks: Breaks, months: pl.Series, look: Look) -> list[alt.Chart]:
    """Draw each break in series as a rule with its words at the top, on the side with more room."""
    first, last = months.min(), months.max()
    if not isinstance(first, date) or not isinstance(last, date):
        return []
    middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
    inside = [(when, why) for when, why in breaks if first <= when <= last]
    return [layer for when, why in inside for layer in _broken(when, why, look, is_early=when < middle)]


def _broken(when: date, why: str, look: Look, *, is_early: bool) -> list[alt.Chart]:
    base = alt.Chart(pl.DataFrame({"month": [when], "why": [why]})).encode(x=MONTHS)
    align: Literal["left", "right"] = "left" if is_early else "right"
    words = base.mark_text(
        align=align, dx=5 if is_early else -5, baseline="top", color=look.colours.muted, lineBreak="\n"
    )
    halo = base.mark_rule(color=look.colours.background, strokeWidth=3)
    rule = base.mark_rule(color=look.colours.text, strokeDash=[4, 3])
    return [halo, rule, words.encode(y=alt.YValue(0), text=alt.Text("why:N"))]


def _lines(figures: pl.DataFrame, look: Look, y: alt.Y) -> list[alt.Chart]:
    """The others first and thin, then those that the reader came for."""
    rows = figures.select("month", "series", "value", *COLUMNS)
    names = figures["series"].unique(maintain_order=True).to_list()
    thin = [name for name in names if look.role(name) == "others"]
    plain = [name for name in names if look.role(name) in ("focus", "consortium")]
    drawn = [(thin, {"strokeWidth": 1.25}), (plain, {"strokeWidth": 2.75})]
    return [_line(rows.filter(pl.col("series").is_in(some)), look, y, mark) for some, mark in drawn if some]


def _line(rows: pl.DataFrame, look: Look, y: alt.Y, mark: dict[str, Any]) -> alt.Chart:
    names = rows["series"].unique(maintain_order=True).to_list()
    who, when = alt.Tooltip("series:N", title="Who"), alt.Tooltip("month:T", title="Month", format="%B %Y")
    chart = alt.Chart(rows).mark_line(point=alt.OverlayMarkDef(size=40, opacity=0), **mark)
    colour = alt.Color("series:N", scale=line_labels.scale(names, look), legend=None)
    return chart.encode(x=MONTHS, y=y, color=colour, tooltip=tips(who, when))


def _band(seen: pl.DataFrame, look: Look, domain: Ends) -> list[alt.Chart]:
    of = str(look.focus or seen["series"].first())
    rows = seen.filter((pl.col("series") == of) & pl.col("lower").is_not_null())
    if rows.is_empty():
        return []
    low = alt.Y("lower:Q", title=None, scale=fixed(domain))
    band = alt.Chart(rows.select("month", "lower", "upper")).mark_area(opacity=0.14, color=look.colour(of))
    return [band.encode(x=MONTHS, y=low, y2=alt.Y2("upper:Q"))]


def _last(seen: pl.DataFrame, look: Look) -> pl.DataFrame:
    names = line_labels.named(seen["series"].unique(maintain_order=True).to_list(), look)
    return seen.filter(pl.col("series").is_in(names)).sort("month").group_by("series", maintain_order=True).last()


def ends(seen: pl.DataFrame, from_zero: bool = False) -> Ends:
    """Give the ends of the y axis: the values and their ranges with a little room, from zero where that is near."""
    values = [value for name in ("value", "lower", "upper") for value in seen[name].drop_nulls().to_list()]
    low, high = min(values, default=0.0), max(values, default=1.0)
    room = (high - low or abs(high) or 1.0) * 0.06
    is_near = 0 <= low < high / 3
    return (0.0 if from_zero or is_near else low - room), high + room
