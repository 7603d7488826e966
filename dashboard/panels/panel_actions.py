"""The quiet row under a chart: Definition, Table, CSV, PNG, in the same order everywhere."""

from collections.abc import Callable, Sequence

import streamlit as st

from dashboard.data.downloads import may_take, taken
from dashboard.exports.csv_export import figure_file
from dashboard.exports.file_names import file_name
from dashboard.exports.png_export import as_picture
from dashboard.figure import Figure
from dashboard.markdown import plain, plain_cells
from dashboard.panels.figure_table import legend, on_sums, readable
from dashboard.panels.page_part import part
from dashboard.panels.records_viewer import records
from metrics import Metric, Polarity


@st.fragment
def actions(figure: Figure) -> None:
    """Draw the row. It runs alone when one of its buttons is used."""
    with part("What stands under this chart"), st.container(horizontal=True, gap="xsmall", key=f"quiet-{figure.key}"):
        with st.popover("Definition", type="tertiary"):
            definition(figure.metric)
        _table(figure)
        if may_take():
            csv(f"csv-{figure.key}", file_name(figure), lambda: figure_file(figure), "Download these figures")
            _png(figure)
        records(figure.metric, figure.selection, figure.when, figure.key)


def csv(key: str, name: str, make: Callable[[], bytes], tip: str) -> None:
    """Draw the button that gives a file of comma-separated values; `name` is without its ending."""
    st.download_button(
        "CSV",
        taken(f"{name}.csv", make),
        f"{name}.csv",
        "text/csv",
        key=key,
        type="tertiary",
        on_click="ignore",
        help=plain(tip),
    )


def _png(figure: Figure) -> None:
    """Plotly draws in the browser alone: its picture is taken there, and the button says where."""
    name, by_plotly = f"{file_name(figure)}.png", figure.chart.is_by_plotly
    st.download_button(
        "PNG",
        taken(name, lambda: as_picture(figure)),
        name,
        "image/png",
        key=f"png-{figure.key}",
        type="tertiary",
        on_click="ignore",
        disabled=by_plotly,
        help="Take this picture with the camera on the chart" if by_plotly else "Download this chart",
    )


def _table(figure: Figure) -> None:
    opened = st.popover("Table", type="tertiary", on_change="rerun", key=f"table-{figure.key}", width="content")
    if opened.open:
        with opened:
            st.table(plain_cells(readable(figure.rows, figure.metric)), hide_index=True, height=420)
            for words in [*legend(figure.rows), *on_sums()]:
                st.caption(plain(words))


def definitions(metrics: Sequence[Metric]) -> None:
    """Draw what opens the public definitions of several measures."""
    with st.popover("Definitions", type="tertiary"):
        for metric in metrics:
            definition(metric)


def definition(metric: Metric) -> None:
    """Show a metric's public definition."""
    st.markdown(f"**{metric.title}** ({metric.unit.value.replace('GBP', '£')})")
    st.markdown(metric.definition)
    if metric.polarity is not Polarity.NEITHER:
        st.markdown(f"{metric.polarity.value.capitalize()}.")
    st.caption(f"Source: {metric.source}.")
