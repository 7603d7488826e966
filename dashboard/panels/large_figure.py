"""A figure as it is shown to a room: a picture made on the server, or for flows the chart without its buttons."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from typing import Any, Final

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from dashboard.charts.chart_style import Look, Picture
from dashboard.charts.large_image import WIDTH, as_wide
from dashboard.data.cache import kept
from dashboard.data.chart_cache import drawn, words
from dashboard.data.suppression_counts import of_panel
from dashboard.filters.selection import Selection
from dashboard.insights.caption import kind_of
from dashboard.panels import event_stage
from dashboard.panels.figure_table import legend
from dashboard.panels.reader_style import look_of
from metrics import Metric

STILL: Final = {"staticPlot": True, "displayModeBar": False}
"""Plotly draws in the browser: there nothing can be pointed at or taken."""


HEIGHT: Final = 480
TYPE: Final = 20
"""Pixels of a chart by Plotly, and of its words."""

FINE: Final = ("heat", "multiples")
"""Charts of so many parts that their words are small on a screen."""


@dataclass(frozen=True)
class Figure:
    """What a panel shows: its key, its finding, the line about it, and what its builder draws."""

    key: str
    title: str
    about: str
    metric: Metric
    frame: pl.DataFrame
    draw: Callable[..., Picture]
    options: dict[str, Any]


def large(figure: Figure, chosen: Selection, *, is_bare: bool) -> None:
    """Hand a figure over for a screen of its own; one with nothing to draw is left out."""
    if is_bare:
        return
    frames = (figure.frame, *(option for option in figure.options.values() if isinstance(option, pl.DataFrame)))
    event_stage.put(
        event_stage.Screen(
            key=figure.key,
            title=figure.title,
            about=figure.about,
            cells=of_panel(figure.frame, figure.options),
            draw=partial(_draw, figure, look_of(figure.metric, chosen)),
            legend=tuple(legend(figure.frame)),
            frames=frames,
            is_fine=figure.draw.__name__ in FINE,
        )
    )


def _draw(figure: Figure, look: Look) -> None:
    told = words(figure.frame, look, kind_of(figure.draw), has_table=False)
    if figure.draw.__name__ == "flows":
        picture = _larger(drawn(figure.draw, figure.frame, look, figure.options))
        st.plotly_chart(picture, theme=None, key="screen-flows", config=STILL, alt=told)
        return
    on_paper = replace(look, width=WIDTH)
    address = _picture(figure.draw, figure.frame, on_paper, figure.options)
    st.html(f'<img class="pcd-screen" src="{address}" alt="{escape(told)}">')


def _larger(picture: dict[str, Any]) -> dict[str, Any]:
    """Give Plotly's chart the height and the type of a screen."""
    picture["layout"]["height"] = HEIGHT
    for trace in picture["data"]:
        trace["textfont"] = {**trace.get("textfont", {}), "size": TYPE}
    return picture


@kept(200)
def _picture(draw: Callable[..., Picture], frame: pl.DataFrame, look: Look, options: dict[str, Any]) -> str:
    chart = draw(frame, look, **options)
    assert not isinstance(chart, go.Figure), "Plotly draws in the browser alone."
    return as_wide(chart)
