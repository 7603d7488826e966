"""From borough to where children live: home, next door, the rest of London, beyond. Drawn by Plotly."""

from typing import Any, Final

import plotly.graph_objects as go
import polars as pl

from dashboard.charts.chart import chart
from dashboard.charts.chart_style import CONSORTIUM, Look
from dashboard.charts.number_format import written
from dashboard.charts.theme import FONT
from metrics.card import Unit

LEAST_HEIGHT: Final = 320


@chart("flows", "Flow diagram", is_by_plotly=True)
def flows(figures: pl.DataFrame, look: Look, *, source: str = "series", target: str) -> go.Figure:
    """Draw flows. Columns: `source`, `target`, value, mark; rows of the consortium are for the table alone.

    A hidden flow is named on its target, never drawn as zero. Where every flow is hidden the chart says so.
    """
    names = {source: "source", target: "target"}
    rows = figures.filter(pl.col(source) != CONSORTIUM).rename(names).select("source", "target", "value", "mark")
    rows = rows.with_columns(pl.col("target").cast(pl.String))
    seen = rows.filter(pl.col("value") > 0)
    sources, targets = (seen[name].unique(maintain_order=True).to_list() for name in ("source", "target"))
    figure = go.Figure(
        go.Sankey(
            node=_nodes(sources, targets, rows, look),
            link=_links(seen, sources, targets, look),
            textfont={"color": look.colours.text, "shadow": _halo(look.colours.background)},
            arrangement="snap",
        )
    )
    figure.update_layout(**_layout(look, max(LEAST_HEIGHT, 40 * len(sources))))
    if seen.is_empty():
        figure.add_annotation(text="No figure may be shown", showarrow=False, x=0.5, y=0.5, xref="paper", yref="paper")
    return figure


def _halo(colour: str) -> str:
    """A rim around words, so that they can be read on the flows."""
    return ", ".join(f"{x}px {y}px 1px {colour}" for x in (-1, 1) for y in (-1, 1))


def _nodes(sources: list[str], targets: list[str], rows: pl.DataFrame, look: Look) -> dict[str, Any]:
    return {
        "label": [*sources, *(_label(rows.filter(pl.col("target") == name), name) for name in targets)],
        "color": [*(look.colour(name) for name in sources), *([look.colours.other] * len(targets))],
        "pad": 14,
        "thickness": 12,
        "line": {"width": 0},
        "hovertemplate": "%{label}<extra></extra>",
    }


def _label(rows: pl.DataFrame, name: str) -> str:
    """A target's name and how many live there, or the mark of what is hidden."""
    hidden = rows.filter(pl.col("value").is_null())["mark"].drop_nulls()
    if len(hidden):
        return f"{name} {hidden[0]}"
    return f"{name} {written(float(rows['value'].sum()), Unit.CHILDREN)}"


def _links(seen: pl.DataFrame, sources: list[str], targets: list[str], look: Look) -> dict[str, Any]:
    return {
        "source": [sources.index(name) for name in seen["source"]],
        "target": [len(sources) + targets.index(name) for name in seen["target"]],
        "value": seen["value"].to_list(),
        "color": [_faint(look.colour(name), 0.55 if name == look.focus else 0.28) for name in seen["source"]],
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
