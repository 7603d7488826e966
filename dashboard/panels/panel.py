"""One figure on screen: the insight as title, one line about the measure, the chart, and what can be done with it."""

from collections.abc import Mapping
from typing import Any, Final

import streamlit as st

from dashboard.charts.chart_style import PICKED
from dashboard.charts.vega_spec import can_be_picked
from dashboard.data.chart_cache import drawn, words
from dashboard.data.downloads import may_take
from dashboard.data.loaded import boroughs
from dashboard.figure import Figure
from dashboard.filters.fields import FOCUS
from dashboard.insights.missing_files import title
from dashboard.markdown import plain
from dashboard.panels.chips import add
from dashboard.panels.empty_state import empty
from dashboard.panels.missing_files import notice
from dashboard.panels.page_part import part
from dashboard.panels.panel_actions import actions
from dashboard.panels.reader_style import look_of

CAMERA: Final = {
    "displaylogo": False,
    "displayModeBar": True,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "png", "scale": 2, "filename": "flows"},
}
"""Plotly draws in the browser alone, so its picture is taken there: one button on the chart, and no other."""

STILL: Final = {"staticPlot": True, "displayModeBar": False}
"""Where files may not be taken nothing can be pointed at either."""


def draw_figure(figure: Figure) -> None:
    """Draw a figure: where files or children are lacking, what that is in the place of the chart."""
    with part(figure.metric.title), st.container(key=f"panel-{figure.key}"):
        st.header(plain(title(figure.metric) if figure.lack else figure.title), anchor=False)
        st.caption(plain(figure.caption))
        if figure.lack:
            notice(figure.lack)
        elif figure.is_empty:
            empty(figure.metric.slug, figure.selection, figure.key)
        else:
            with part("This chart"):
                _chart(figure)
            actions(figure)


def _chart(figure: Figure) -> None:
    look = look_of(figure.metric, figure.selection)
    picture = drawn(figure.chart, figure.rows, look, figure.options)
    told = words(figure.rows, look, figure.chart.name)
    if figure.chart.is_by_plotly:
        st.plotly_chart(picture, theme=None, key=figure.key, config=CAMERA if may_take() else STILL, alt=told)
    else:
        _by_vega(picture, told, figure.key, figure.click)


def _by_vega(picture: Mapping[str, Any], told: str, key: str, click: str | None) -> None:
    given: dict[str, Any] = {"theme": None, "key": key, "alt": told, "width": "stretch"}
    if click is not None and can_be_picked(dict(picture)):
        given |= {"on_select": lambda: _picked(key, click), "selection_mode": PICKED}
    st.vega_lite_chart(picture, **given)


def _picked(key: str, click: str) -> None:
    """Set the filter to what was clicked; an area outside the consortium, or the whole of it, sets none."""
    points = st.session_state[key].selection.get(PICKED) or []
    for point in points[:1]:
        for value in map(str, point.values()):
            if click != FOCUS or value in boroughs():
                add(click, value)
