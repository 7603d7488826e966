"""A distribution by group: every placement a faint dot, the focus over the rest, median and quartiles."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts.chart import chart
from dashboard.charts.chart_style import Drawing, Look
from dashboard.charts.number_format import axis_format, written
from dashboard.charts.stacked_bars import side
from dashboard.charts.theme import finish

MOST: Final = 1_500
"""Dots drawn at most: beyond it every k-th of the ordered values stands for the rest."""

TICKS: Final = [50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000]
"""Where the axis is marked: each step doubles or so, so that cheap and dear types can both be read."""

ROW: Final = 46
"""Pixels a group."""


@chart("dots", "Strip plot")
def dots(quartiles: pl.DataFrame, look: Look, *, points: pl.DataFrame, group: str) -> Drawing:
    """Draw dots and boxes by group, on a scale on which the same share of a price is as wide everywhere.

    Args:
        quartiles: `group`, lower_quartile, value (the median), upper_quartile, n, mark; null where hidden. Sets the
            order.
        look: page, focus and unit.
        points: `group`, series (whose placement), value. Empty where records may not be seen.
        group: the column that names the groups.
    """
    summary = quartiles.with_columns(pl.col(group).cast(pl.String).alias("group"), median=pl.col("value"))
    names = summary["group"].to_list()
    y = side(names, look, "group")
    layers = [*_dots(among(points, group, names), group, look, y), *_summary(summary, look, y)]
    return finish(alt.layer(*layers), look, height=ROW * max(len(names), 2) + 30)


def among(points: pl.DataFrame, group: str, names: list[str]) -> pl.DataFrame:
    """Keep the points of the groups that have a row."""
    return points if points.is_empty() else points.filter(pl.col(group).cast(pl.String).is_in(names))


def thinned(points: pl.DataFrame, most: int = MOST) -> pl.DataFrame:
    """Keep every k-th of the ordered values so that no more than `most` are left; the shape stays."""
    step = -(-points.height // most)
    return points if step <= 1 else points.sort("value").gather_every(step)


def _dots(points: pl.DataFrame, group: str, look: Look, y: alt.Y) -> list[alt.Chart]:
    if points.is_empty():
        return []
    rows = thinned(points).select(pl.col(group).cast(pl.String).alias("group"), "series", "value")
    rest = rows.filter(pl.col("series") != (look.focus or ""))
    mine = rows.filter(pl.col("series") == (look.focus or ""))
    drawn = [(rest, look.colours.others, 0.28, 0), (mine, look.colours.focus, 0.55, 9)]
    return [_cloud(some, colour, opacity, dy, look, y) for some, colour, opacity, dy in drawn if some.height]


def _cloud(rows: pl.DataFrame, colour: str, opacity: float, dy: int, look: Look, y: alt.Y) -> alt.Chart:
    told = rows.with_columns(pl.Series("shown", [written(value, look.unit) for value in rows["value"]]))
    return (
        alt.Chart(told)
        .mark_circle(size=26, color=colour, opacity=opacity, yOffset=dy)
        .encode(
            x=_x(look),
            y=y,
            tooltip=[alt.Tooltip("group:N", title="Type"), alt.Tooltip("shown:N", title="One placement")],
        )
    )


def _x(look: Look, field: str = "value") -> alt.X:
    axis = alt.Axis(labelExpr=axis_format(look.unit), values=TICKS, grid=True)
    return alt.X(f"{field}:Q", title=None, axis=axis, scale=alt.Scale(type="log", nice=False, padding=12))


def _summary(summary: pl.DataFrame, look: Look, y: alt.Y) -> list[alt.Chart]:
    seen = summary.filter(pl.col("median").is_not_null())
    words = [_words(row, look) for row in seen.iter_rows(named=True)]
    told = seen.select("group", "lower_quartile", "median", "upper_quartile").with_columns(
        pl.Series("words", words, dtype=pl.String)
    )
    tooltip = [alt.Tooltip("group:N", title="Type"), alt.Tooltip("words:N", title="Median and quartiles")]
    base = alt.Chart(told).encode(y=y, tooltip=tooltip)
    text = look.colours.text
    box = base.mark_bar(height=12, color=text, fillOpacity=0.12, stroke=text, strokeWidth=1, yOffset=-9)
    middle = base.mark_tick(thickness=3, size=18, color=text, yOffset=-9)
    drawn = [
        box.encode(x=_x(look, "lower_quartile"), x2=alt.X2("upper_quartile:Q")),
        middle.encode(x=_x(look, "median")),
    ]
    unseen = summary.filter(pl.col("median").is_null()).select("group", pl.col("mark").fill_null("[x]"))
    if unseen.height:
        drawn.append(
            alt.Chart(unseen)
            .mark_text(align="left", dx=4, color=look.colours.muted)
            .encode(x=alt.XValue(0), y=y, text=alt.Text("mark:N"))
        )
    return drawn


def _words(row: dict[str, float], look: Look) -> str:
    low, middle, high = (written(row[name], look.unit) for name in ("lower_quartile", "median", "upper_quartile"))
    return f"{middle} ({low} to {high}), n = {row['n']:,.0f}"
