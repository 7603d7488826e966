"""Boroughs of unequal size against what chance alone would give: 95% and 99.8% limits, no league table."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

import altair as alt
import polars as pl

from dashboard.charts import benchmark_levels, line_labels
from dashboard.charts.chart import chart
from dashboard.charts.chart_style import CONSORTIUM, PICKED, Drawing, Look
from dashboard.charts.number_format import axis_format, written
from dashboard.charts.theme import finish
from dashboard.charts.tooltips import COLUMNS, tips, told
from metrics.card import Unit
from metrics.statistics.funnel import limits

STEPS: Final = 60
"""Points along each limit."""
EDGE: Final = 0.22
"""Share of the width within which a name at either edge is written towards the middle."""
INWARDS: Final = {"left": -8, "center": 0, "right": 8}


@chart("funnel", "Funnel")
def funnel(
    figures: pl.DataFrame,
    look: Look,
    *,
    centre: float | None,
    across: str | None = None,
    expected: Mapping[str, float] | None = None,
) -> Drawing:
    """Draw boroughs by size. Columns: series, denominator, value, lower, upper, mark, n. `centre` is the consortium's.

    A benchmark, which has no size here, is a level line. A ring stands where a small borough is `expected` (by name).
    """
    rows = told(figures.filter(pl.col("series") != CONSORTIUM), look)
    seen = rows.filter(pl.col("value").is_not_null() & (pl.col("denominator") > 0))
    across = across or ("Children" if look.unit is Unit.PERCENT else "Children aged 0 to 17 who live there")
    if seen.is_empty() or centre is None:
        return finish(
            alt.layer(
                alt.Chart(pl.DataFrame({"words": ["No figure may be shown"]}))
                .mark_text()
                .encode(text=alt.Text("words:N"))
            ),
            look,
        )
    sizes = _along(seen["denominator"].to_list(), centre, look.unit)
    layers = [*_limits(sizes, look, across), _centre(sizes, look, across)]
    layers += benchmark_levels.lines(rows, look, _y(look, "value"), _ends(seen, sizes))
    layers += _rings(seen, expected or {}, look, across)
    layers += _boroughs(seen, sizes, look, across)
    return finish(alt.layer(*layers), look, height=300)


def _ends(seen: pl.DataFrame, sizes: pl.DataFrame) -> tuple[float, float]:
    drawn = [*seen["value"], *sizes["low_998"], *sizes["high_998"]]
    return min(drawn), max(drawn)


def _along(sizes: list[float], centre: float, unit: Unit) -> pl.DataFrame:
    """Give the limits along the sizes: denominator, centre, low_95, high_95, low_998, high_998, in the unit."""
    first, last = min(sizes) * 0.7, max(sizes) * 1.15
    across = [first + (last - first) * step / STEPS for step in range(STEPS + 1)]
    return pl.DataFrame(
        [{"denominator": size, "centre": centre, **asdict(limits(size, centre, unit))} for size in across]
    )


def _x(across: str) -> alt.X:
    return alt.X(
        "denominator:Q", title=across, scale=alt.Scale(zero=False, nice=False), axis=alt.Axis(tickCount=5, format=",~r")
    )


def _y(look: Look, field: str) -> alt.Y:
    axis = alt.Axis(labelExpr=axis_format(look.unit), tickCount=5)
    return alt.Y(f"{field}:Q", title=None, axis=axis, scale=alt.Scale(zero=False))


def _limits(sizes: pl.DataFrame, look: Look, across: str) -> list[alt.Chart]:
    bands = [("low_998", "high_998", 0.10), ("low_95", "high_95", 0.14)]
    return [
        alt.Chart(sizes.select("denominator", low, high))
        .mark_area(color=look.colours.others, opacity=opacity)
        .encode(x=_x(across), y=_y(look, low), y2=f"{high}:Q")
        for low, high, opacity in bands
    ]


def _centre(sizes: pl.DataFrame, look: Look, across: str) -> alt.Chart:
    chart = alt.Chart(sizes.select("denominator", "centre")).mark_line(color=look.colours.consortium, strokeWidth=2)
    return chart.encode(x=_x(across), y=_y(look, "centre"))


def _rings(seen: pl.DataFrame, expected: Mapping[str, float], look: Look, across: str) -> list[alt.Chart]:
    """Where small boroughs are expected, tied to their dots."""
    shown = [written(value, look.unit) for value in expected.values()]
    near = pl.DataFrame({"series": list(expected), "expected": list(expected.values()), "Expected": shown})
    rows = seen.select("series", "denominator", "value").join(near, on="series") if expected else near
    if rows.is_empty():
        return []
    base, who = alt.Chart(rows), alt.Tooltip("series:N", title="Who")
    tie = base.mark_rule(color=look.colours.muted, strokeWidth=1)
    ring = base.mark_point(color=look.colours.muted, size=90, strokeWidth=2, filled=False)
    return [
        tie.encode(x=_x(across), y=_y(look, "value"), y2="expected:Q"),
        ring.encode(x=_x(across), y=_y(look, "expected"), tooltip=[who, "Expected:N"]),
    ]


def _boroughs(seen: pl.DataFrame, sizes: pl.DataFrame, look: Look, across: str) -> list[alt.Chart]:
    names = seen["series"].to_list()
    rows = seen.select("series", "denominator", "value", *COLUMNS)
    picked = alt.selection_point(name=PICKED, fields=["series"], on="click")
    dots = alt.Chart(rows).mark_circle(size=110, opacity=1, stroke=look.colours.background, strokeWidth=1)
    colour = alt.Color("series:N", scale=line_labels.scale(names, look), legend=None)
    tooltip = tips(alt.Tooltip("series:N", title="Who"))
    drawn = dots.encode(x=_x(across), y=_y(look, "value"), color=colour, tooltip=tooltip).add_params(picked)
    return [drawn, *_names(_worth_naming(seen, sizes, look), sizes, look, across)]


def _names(worth: pl.DataFrame, sizes: pl.DataFrame, look: Look, across: str) -> list[alt.Chart]:
    """Names over their dots, towards the middle from either edge."""
    share = pl.Series("share", _share(worth["denominator"], sizes["denominator"]), dtype=pl.Float64)
    places = {"left": share < EDGE, "center": (share >= EDGE) & (share <= 1 - EDGE), "right": share > 1 - EDGE}
    kept = {align: worth.filter(which) for align, which in places.items()}
    return [layer for align, some in kept.items() if some.height for layer in _named(some, align, look, across)]


def _named(some: pl.DataFrame, align: str, look: Look, across: str) -> list[alt.Chart]:
    base = alt.Chart(some).encode(x=_x(across), y=_y(look, "value"), text=alt.Text("series:N"))
    place: dict[str, Any] = {"align": align, "dx": INWARDS[align], "dy": -12, "fontWeight": 600}
    halo = base.mark_text(stroke=look.colours.background, strokeWidth=4, **place)
    return [halo, base.mark_text(color=look.colours.text, **place)]


def _worth_naming(seen: pl.DataFrame, sizes: pl.DataFrame, look: Look) -> pl.DataFrame:
    """The focus first, then the farthest from the centre, as far as there is room."""
    centre = float(sizes["centre"][0])
    first = seen.with_columns(
        mine=pl.col("series") == (look.focus or ""),
        far=((pl.col("value") - centre) * pl.col("denominator").sqrt()).abs(),
    ).sort(["mine", "far"], descending=True)
    levels = pl.concat([pl.Series(first["value"], dtype=pl.Float64), sizes["low_998"], sizes["high_998"]])
    across, up = _share(first["denominator"], sizes["denominator"]), _share(first["value"], levels)
    kept = line_labels.room(list(zip(across, up, first["series"].to_list(), strict=True)))
    return first[kept].select("series", "denominator", "value")


def _share(values: pl.Series, span: pl.Series) -> list[float]:
    low, high = float(str(span.min())), float(str(span.max()))
    return [(value - low) / max(high - low, 1e-9) for value in values]
