"""A figure as it is shown to a room: a picture made on the server, or for flows the chart without its buttons."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from typing import Any, Final

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from dashboard.charts.chart import Chart
from dashboard.charts.chart_style import Look, Picture
from dashboard.charts.large_image import WIDTH, as_wide
from dashboard.data.cache import kept
from dashboard.data.chart_cache import drawn, words
from dashboard.figure import Figure
from dashboard.panels.panel import STILL
from dashboard.panels.reader_style import look_of

HEIGHT: Final = 480
TYPE: Final = 20
"""Pixels of a chart by Plotly, and of its words."""


def draw_large(figure: Figure) -> None:
    """Draw the chart over the whole screen; a picture holds nothing but what is drawn."""
    look = look_of(figure.metric, figure.selection)
    told = words(figure.rows, look, figure.chart.name, has_table=False)
    if figure.chart.is_by_plotly:
        picture = _larger(drawn(figure.chart, figure.rows, look, figure.options))
        st.plotly_chart(picture, theme=None, key=f"screen-{figure.chart.key}", config=STILL, alt=told)
        return
    address = _picture(figure.chart, figure.rows, replace(look, width=WIDTH), figure.options)
    st.html(f'<img class="pcd-screen" src="{address}" alt="{escape(told)}">')


def _larger(picture: dict[str, Any]) -> dict[str, Any]:
    """Give Plotly's chart the height and the type of a screen."""
    picture["layout"]["height"] = HEIGHT
    for trace in picture["data"]:
        trace["textfont"] = {**trace.get("textfont", {}), "size": TYPE}
    return picture


@kept(200)
def _picture(chart: Chart[..., Picture], rows: pl.DataFrame, look: Look, options: Mapping[str, Any]) -> str:
    picture = chart(rows, look, **options)
    assert not isinstance(picture, go.Figure), "Plotly draws in the browser alone."
    return as_wide(picture)
