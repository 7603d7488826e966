"""Turning the curve: the history, what comes if nothing changes with its 95% range, and the target."""

from typing import Any, Final

import altair as alt
import polars as pl

from dashboard.charts import line_labels, suppressed
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.number_format import written
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import COLUMNS, tips, told
from dashboard.charts.trend import MONTHS, Breaks, Ends, broken_series, ends, fixed, measured

HEIGHT: Final = 340

ROOM_FOR_WORDS: Final = 0.16
"""Room over the highest, as a share of the axis, for the words of breaks."""


@chart("curve", "Forecast", slide="line")
def curve(
    figures: pl.DataFrame, look: Look, *, coming: str, expected: str, target: str, breaks: Breaks = ()
) -> Drawing:
    """Draw the history, forecasts and targets. Columns: month, series, value, lower, upper, mark, n.

    `coming`, `expected` and `target` name their series; any other is history. `breaks` are dated rules with words.
    """
    rows = told(figures, look)
    past = rows.filter(~pl.col("series").is_in([coming, expected, target]))
    known = past.drop_nulls("value")
    seen, unseen = suppressed.split(rows)
    low, high = ends(seen)
    domain = (low, high + (high - low) * ROOM_FOR_WORDS * bool(breaks))
    y = measured(look, domain)
    inks = {expected: look.colours.muted, coming: look.colours.focus, target: look.colours.highlight_ink}
    parts = {name: rows.filter(pl.col("series") == name) for name in inks}
    ahead = {name: _joined(parts[name], known) for name in (expected, coming) if parts[name].height}
    layers = [_band(each, inks[name], domain) for name, each in ahead.items()]
    layers += [_dashed(each, inks[name], y) for name, each in ahead.items()]
    layers += [_steps(parts[target], look, y)] if parts[target].height else []
    layers += [_line(past, look, y), *_ended(parts[expected], look, domain)]
    layers += _named({name: parts[name] for name in (coming, target)}, inks, look, domain)
    layers = [*broken_series(breaks, figures["month"], look), *layers]
    if unseen.height:
        layers.append(suppressed.along_the_foot(unseen.select("month", "mark"), look, MONTHS))
    return finish(alt.layer(*layers).resolve_scale(color="independent"), look, HEIGHT)


def _band(rows: pl.DataFrame, ink: str, domain: Ends) -> alt.Chart:
    low = alt.Y("lower:Q", title=None, scale=fixed(domain))
    band = alt.Chart(rows.select("month", "lower", "upper")).mark_area(opacity=0.16, color=ink)
    return band.encode(x=MONTHS, y=low, y2=alt.Y2("upper:Q"))


def _dashed(rows: pl.DataFrame, ink: str, y: alt.Y) -> alt.Chart:
    base = alt.Chart(rows.select("month", "series", "value", *COLUMNS))
    line = base.mark_line(color=ink, strokeWidth=2, strokeDash=[5, 4], point=alt.OverlayMarkDef(size=40, opacity=0))
    return line.encode(x=MONTHS, y=y, tooltip=_tips())


def _steps(rows: pl.DataFrame, look: Look, y: alt.Y) -> alt.Chart:
    base = alt.Chart(rows.select("month", "value", "series", *COLUMNS))
    line = base.mark_line(color=look.colours.highlight, strokeWidth=2.5, interpolate="step-before")
    return line.encode(x=MONTHS, y=y, tooltip=_tips()[:3])


def _line(rows: pl.DataFrame, look: Look, y: alt.Y) -> alt.Chart:
    base = alt.Chart(rows.select("month", "series", "value", *COLUMNS))
    mark: dict[str, Any] = {"color": look.colours.focus, "strokeWidth": 2.75}
    line = base.mark_line(**mark, point=alt.OverlayMarkDef(size=40, opacity=0))
    return line.encode(x=MONTHS, y=y, tooltip=_tips())


def _joined(rows: pl.DataFrame, seen: pl.DataFrame) -> pl.DataFrame:
    """A forecast from the last month that was seen before it: without a gap, and with no range there."""
    if rows.is_empty():
        return rows
    before = seen.filter(pl.col("month") < rows["month"].min()).sort("month").tail(1)
    known = before.with_columns(series=pl.lit(rows["series"][0]), lower=pl.col("value"), upper=pl.col("value"))
    return pl.concat([known.select(rows.columns), rows])


def _ended(rows: pl.DataFrame, look: Look, domain: Ends) -> list[alt.Chart]:
    """The name of what was expected, over the end of its range: lines cross beside it."""
    last = rows.drop_nulls("upper").sort("month").tail(1)
    if last.is_empty():
        return []
    words = [
        line_labels.broken(f"{row['series']} {written(row['value'], look.unit)}") for row in last.iter_rows(named=True)
    ]
    told_of = last.select("month", "upper").with_columns(pl.Series("words", words, dtype=pl.String))
    style: dict[str, Any] = {**line_labels.WORDS, "align": "right", "baseline": "bottom", "dx": 0, "dy": -4}
    base = alt.Chart(told_of).encode(
        x=MONTHS, y=alt.Y("upper:Q", title=None, scale=fixed(domain)), text=alt.Text("words:N")
    )
    ground = base.mark_text(**style, stroke=look.colours.background, strokeWidth=5, strokeJoin="round")
    return [ground, base.mark_text(**style, color=look.colours.muted)]


def _named(parts: dict[str, pl.DataFrame], inks: dict[str, str], look: Look, domain: Ends) -> list[alt.Chart]:
    """The name and value of each beside its last month."""
    lasts = [rows.drop_nulls("value").sort("month").tail(1) for rows in parts.values() if rows["value"].count()]
    if not lasts:
        return []
    last = pl.concat(lasts)
    words = [f"{row['series']} {written(row['value'], look.unit)}" for row in last.iter_rows(named=True)]
    colours = [inks[name] for name in last["series"]]
    return [line_labels.beside(last.with_columns(pl.Series("series", words)), colours, domain, HEIGHT, "month")]


def _tips() -> list[alt.Tooltip]:
    return tips(alt.Tooltip("series:N", title="What"), alt.Tooltip("month:T", title="Month", format="%B %Y"))
