"""A map without a map: one tile a London borough, the regions beyond beneath, shaded by value."""

from typing import Final

import altair as alt
import polars as pl

from dashboard.charts.chart import chart
from dashboard.charts.chart_style import PICKED, Drawing, Look
from dashboard.charts.number_format import written
from dashboard.charts.theme import finish
from dashboard.charts.tile_places import COLUMNS, DEPTH, LONDON, REGIONS, Tile

TALL: Final = 40
"""Pixels a row of tiles."""


@chart("tiles", "Tile map")
def tiles(figures: pl.DataFrame, look: Look) -> Drawing:
    """Draw tiles. Columns: place (London borough or region, as the DfE names them), value, mark. No row: none there."""
    values = {row["place"]: (row["value"], row["mark"]) for row in figures.iter_rows(named=True)}
    told = pl.DataFrame([_tile(tile, values, look) for tile in [*LONDON, *REGIONS]], infer_schema_length=None)
    top = _top(told, look)
    base = alt.Chart(told).encode(
        tooltip=[alt.Tooltip("place:N", title="Where"), alt.Tooltip("shown:N", title=look.title or "Value")]
    )
    layers = [_squares(base, look, top), *_words(base, look, top)]
    if look.focus in values or look.focus in told["place"].to_list():
        layers.append(_home(told, look))
    return finish(alt.layer(*layers), look, height=int(TALL * DEPTH))


def _tile(tile: Tile, values: dict[str, tuple[float | None, str | None]], look: Look) -> dict[str, object]:
    value, mark = values.get(tile.name, (0.0, None))
    return {
        "place": tile.name,
        "short": tile.short,
        "value": value,
        "shown": written(value, look.unit, mark),
        "left": tile.column + 0.03,
        "right": tile.column + tile.width - 0.03,
        "top": tile.row + 0.03,
        "foot": tile.row + 0.97,
    }


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, COLUMNS], nice=False))


def _y(field: str) -> alt.Y:
    return alt.Y(f"{field}:Q", axis=None, scale=alt.Scale(domain=[0, DEPTH], nice=False, reverse=True))


def _top(told: pl.DataFrame, look: Look) -> float:
    """The value that is darkest: the largest outside the focus, whose own tile would drown the others."""
    others = told.filter(pl.col("place") != (look.focus or ""))["value"].max()
    return float(str(others)) if others is not None else 0.0


def _squares(base: alt.Chart, look: Look, top: float) -> alt.Chart:
    shade = alt.Scale(range=list(look.colours.sequential), domain=[0, max(top, 1.0)], clamp=True, interpolate="rgb")
    filled = alt.Color("value:Q", scale=shade, legend=None)
    picked = alt.selection_point(name=PICKED, fields=["place"], on="click")
    return (
        base.mark_rect(cornerRadius=3, invalid=None)
        .encode(
            x=_x("left"),
            x2=alt.X2("right:Q"),
            y=_y("top"),
            y2=alt.Y2("foot:Q"),
            color=alt.condition("datum.value > 0", filled, alt.value(look.colours.surface)),
        )
        .add_params(picked)
    )


def _words(base: alt.Chart, look: Look, top: float) -> list[alt.Chart]:
    middle = max(top, 1.0) * look.turn
    first, last = look.colours.inks
    ink = alt.condition(f"datum.value > {middle}", alt.value(last), alt.value(first))
    at = base.transform_calculate(across="(datum.left + datum.right) / 2", down="(datum.top + datum.foot) / 2")
    names = at.mark_text(fontSize=11, dy=-7).encode(x=_x("across"), y=_y("down"), text=alt.Text("short:N"), color=ink)
    values = at.mark_text(fontSize=13, dy=8, fontWeight=600).encode(
        x=_x("across"), y=_y("down"), text=alt.Text("shown:N"), color=ink
    )
    return [names, values]


def _home(told: pl.DataFrame, look: Look) -> alt.Chart:
    home = told.filter(pl.col("place") == look.focus).select("left", "right", "top", "foot")
    outline = alt.Chart(home).mark_rect(filled=False, stroke=look.colours.highlight, strokeWidth=3, cornerRadius=3)
    return outline.encode(x=_x("left"), x2=alt.X2("right:Q"), y=_y("top"), y2=alt.Y2("foot:Q"))
