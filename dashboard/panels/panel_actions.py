"""The quiet row under a chart: Definition, Table, CSV, PNG, in the same order everywhere."""

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import wrap
from typing import Any, Final

import plotly.graph_objects as go
import polars as pl
import streamlit as st

from dashboard.charts.chart_style import Picture
from dashboard.charts.image_export import WIDTH, as_png
from dashboard.charts.number_format import day
from dashboard.data.downloads import may_take, taken
from dashboard.exports.csv_export import as_csv
from dashboard.filters.selection import Selection
from dashboard.markdown import plain, plain_cells
from dashboard.panels.figure_table import legend, on_sums, readable
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import look_of
from dashboard.panels.records_viewer import records
from metrics import Metric, Polarity, When

LINE: Final = 115
"""Characters a line of words over a picture."""


@dataclass(frozen=True)
class Shown:
    """What a panel shows, for its row; `note` says of the picture what else it holds and where that is published."""

    metric: Metric
    figures: pl.DataFrame
    when: When
    title: str
    chosen: Selection
    key: str
    draw: Callable[..., Picture]
    options: dict[str, Any]
    note: str = ""


@st.fragment
def quiet_row(shown: Shown) -> None:
    """Draw the row. It runs alone when one of its buttons is used."""
    with part("What stands under this chart"), st.container(horizontal=True, gap="xsmall", key=f"quiet-{shown.key}"):
        with st.popover("Definition", type="tertiary"):
            definition(shown.metric)
        _table(shown)
        name = f"{shown.metric.slug}-{shown.when.end:%Y-%m-%d}"
        if may_take():
            _csv(shown, name)
            _png(shown, name)
        records(shown.metric, shown.chosen, shown.when, shown.key)


def _csv(shown: Shown, name: str) -> None:
    st.download_button(
        "CSV",
        taken(f"{name}.csv", lambda: as_csv(shown.figures, shown.metric, shown.when)),
        f"{name}.csv",
        "text/csv",
        key=f"csv-{shown.key}",
        type="tertiary",
        on_click="ignore",
        help="Download these figures",
    )


def _png(shown: Shown, name: str) -> None:
    """Plotly draws in the browser alone: its picture is taken there, and the button says where."""
    by_plotly = shown.draw.__name__ == "flows"
    st.download_button(
        "PNG",
        taken(f"{name}.png", lambda: _picture(shown)),
        f"{name}.png",
        "image/png",
        key=f"png-{shown.key}",
        type="tertiary",
        on_click="ignore",
        disabled=by_plotly,
        help="Take this picture with the camera on the chart" if by_plotly else "Download this chart",
    )


def _picture(shown: Shown) -> bytes:
    chart = shown.draw(shown.figures, look_of(shown.metric, shown.chosen, WIDTH), **shown.options)
    source = [f"{shown.metric.title}. {shown.metric.source}, to {day(shown.when.end)}.", *wrap(shown.note, LINE)]
    assert not isinstance(chart, go.Figure), "Plotly's picture is taken in the browser; the button is off."
    return as_png(chart, shown.title, source)


def _table(shown: Shown) -> None:
    opened = st.popover("Table", type="tertiary", on_change="rerun", key=f"table-{shown.key}", width="content")
    if opened.open:
        with opened:
            st.table(plain_cells(readable(shown.figures, shown.metric)), hide_index=True, height=420)
            for words in [*legend(shown.figures), *on_sums()]:
                st.caption(plain(words))


def definition(metric: Metric) -> None:
    """Show a metric's public definition."""
    st.markdown(f"**{metric.title}** ({metric.unit.value.replace('GBP', '£')})")
    st.markdown(metric.definition)
    if metric.polarity is not Polarity.NEITHER:
        st.markdown(f"{metric.polarity.value.capitalize()}.")
    st.caption(f"Source: {metric.source}.")
