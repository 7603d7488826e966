"""One figure on screen: the finding as title, one line about the measure, the chart, a quiet row."""

from collections.abc import Callable
from typing import Any, Final

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.charts import borough_limit
from dashboard.charts.chart_style import PICKED, Picture
from dashboard.charts.vega_spec import can_be_picked, is_by_plotly
from dashboard.data.chart_cache import drawn, words
from dashboard.data.downloads import may_take
from dashboard.data.empty_result import is_bare
from dashboard.filters.chips import add
from dashboard.filters.fields import FOCUS
from dashboard.filters.selection import Selection
from dashboard.insights import missing_files
from dashboard.insights.caption import about, kind_of, span_of
from dashboard.markdown import plain
from dashboard.panels import event_stage
from dashboard.panels.empty_state import empty
from dashboard.panels.large_figure import STILL, Figure, large
from dashboard.panels.missing_files import lack_behind, notice
from dashboard.panels.page_part import part
from dashboard.panels.panel_actions import Shown, quiet_row
from dashboard.panels.published_figures import with_benchmarks
from dashboard.panels.reader_style import look_of
from metrics import When

Builder = Callable[..., Picture]

CAMERA: Final = {
    "displaylogo": False,
    "displayModeBar": True,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "png", "scale": 2, "filename": "flows"},
}
"""Plotly draws in the browser alone, so its picture is taken there: one button on the chart, and no other."""


def panel(
    slug: str,
    figures: pl.DataFrame,
    draw: Builder,
    chosen: Selection,
    *,
    title: str,
    when: When | None = None,
    pick: str | None = None,
    note: str = "",
    key: str = "",
    benchmarked: bool = False,
    **options: Any,
) -> None:
    """Show one figure.

    Args:
        slug: the metric.
        figures: what the chart draws and the table holds.
        draw: a builder of `dashboard.charts`; takes the figures, a Look and `options`.
        chosen: the reader's choices.
        title: the finding, made by `dashboard.insights.sentences`.
        when: the period of the figures; the period chosen when not given.
        pick: the filter that a click on a mark sets: `borough`, `provider` or another of the sidebar.
        note: one more sentence for the line under the title.
        key: tells two panels of one page apart that show the same measure in the same kind of chart.
        benchmarked: the benchmarks that the reader chose are put beside `figures`, which have `series`, and in words.
        options: what else the builder takes.
    """
    metric, span, is_nothing = data.metric(slug), when or span_of(figures, chosen), is_bare(figures)
    with part(metric.title):
        lack = lack_behind(figures, slug, chosen, span)
        figures, source = with_benchmarks(slug, figures, chosen) if benchmarked else (figures, "")
        key = f"{slug}-{draw.__name__}-{'-'.join(figures.columns[:3])}{key}"
        look = look_of(metric, chosen)
        notes = " ".join(told for told in (note, borough_limit.said(figures, look, draw.__name__), source) if told)
        said = about(metric, figures, span, chosen, notes)
        if event_stage.is_set():
            is_left_out = bool(lack) or is_bare(figures)
            large(Figure(key, title, said, metric, figures, draw, options), chosen, is_bare=is_left_out)
            return
        with st.container(key=f"panel-{key}"):
            st.header(plain(missing_files.title(metric) if lack else title), anchor=False)
            st.caption(plain(said))
            if lack:
                notice(lack)
                return
            if is_nothing:
                empty(slug, chosen, key)
                return
            with part("This chart"):
                _chart(drawn(draw, figures, look, options), words(figures, look, kind_of(draw)), key, pick)
            quiet_row(Shown(metric, figures, span, title, chosen, key, draw, options, source))


def _chart(picture: dict[str, Any], told: str, key: str, pick: str | None) -> None:
    if is_by_plotly(picture):
        st.plotly_chart(picture, theme=None, key=key, config=CAMERA if may_take() else STILL, alt=told)
        return
    if pick is None or not can_be_picked(picture):
        st.vega_lite_chart(picture, theme=None, key=key, alt=told, width="stretch")
    else:
        st.vega_lite_chart(
            picture,
            theme=None,
            key=key,
            alt=told,
            width="stretch",
            on_select=lambda: _picked(key, pick),
            selection_mode=PICKED,
        )


def _picked(key: str, pick: str) -> None:
    """Set the filter to what was clicked; an area outside the consortium, or the whole of it, sets none."""
    points = st.session_state[key].selection.get(PICKED) or []
    for point in points[:1]:
        for value in map(str, point.values()):
            if pick != FOCUS or value in data.boroughs():
                add(pick, value)
