"""From borough to where children live: home, next door, the rest of London, beyond. Drawn by Plotly."""

from typing import Any, Final

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.look import Look
from dashboard.charts.theme import FONT

LEAST_HEIGHT: Final = 320


def flows(figures: pl.DataFrame, look: Look) -> go.Figure:
    """Draw flows. Columns: source, target, value, mark. A hidden flow is named on its target, not drawn as nought."""
    seen = figures.filter(pl.col("value").is_not_null() & (pl.col("value") > 0))
    names = [*seen["source"].unique(maintain_order=True), *seen["target"].unique(maintain_order=True)]
    sources = seen["source"].n_unique()
    hidden = figures.filter(pl.col("value").is_null())
    figure = go.Figure(
        go.Sankey(
            node=_nodes(names, sources, hidden, look), link=_links(seen, names, sources, look), arrangement="snap"
        )
    )
    figure.update_layout(**_layout(look, max(LEAST_HEIGHT, 34 * sources)))
    return figure


def _nodes(names: list[str], sources: int, hidden: pl.DataFrame, look: Look) -> dict[str, Any]:
    marks = dict(zip(hidden["target"], hidden["mark"], strict=True))
    labels = [
        f"{name} {marks[name]}" if place >= sources and name in marks else name for place, name in enumerate(names)
    ]
    colours = [look.colour(name) if place < sources else look.colours.other for place, name in enumerate(names)]
    return {
        "label": labels,
        "color": colours,
        "pad": 14,
        "thickness": 12,
        "line": {"width": 0},
        "hovertemplate": "%{label}: %{value:,.0f} children<extra></extra>",
    }


def _links(seen: pl.DataFrame, names: list[str], sources: int, look: Look) -> dict[str, Any]:
    targets = names[sources:]
    return {
        "source": [names.index(name) for name in seen["source"]],
        "target": [sources + targets.index(name) for name in seen["target"]],
        "value": seen["value"].to_list(),
        "color": [_faint(look.colour(name), 0.45 if name == look.focus else 0.28) for name in seen["source"]],
        "hovertemplate": "%{source.label} to %{target.label}: %{value:,.0f} children<extra></extra>",
    }


def _faint(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity})"


def _layout(look: Look, height: int) -> dict[str, Any]:
    return {
        "height": height,
        "width": look.width,
        "margin": {"l": 4, "r": 4, "t": 8, "b": 8},
        "paper_bgcolor": look.colours.background,
        "plot_bgcolor": look.colours.background,
        "font": {"family": FONT, "size": 13, "color": look.colours.text},
        "hoverlabel": {"font": {"family": FONT}},
    }
