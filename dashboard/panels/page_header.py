"""What stands at the head of every page: title, question, what the data are, and what is chosen."""

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.auth.current_user import scope
from dashboard.charts.number_format import day
from dashboard.data import data_source, loaded
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.panels.chips import chips
from dashboard.panels.css import without_menus
from dashboard.panels.page_part import part, worked_out
from dashboard.panels.sidebar import chosen as chosen_now
from metrics import Release

NAMES = {Release.WORKING: "working release", Release.BOARD: "board release", Release.EVENT: "event release"}


def page_head(title: str, question: str, *, even_empty: bool = False) -> Selection:
    """Draw the head of a page and give what the reader has chosen.

    An empty database says so and ends the page, but for a page that makes sense `even_empty`. Such a page opens also
    where nothing can be told of what is loaded, with nothing chosen.
    """
    st.title(plain(title), anchor=False)
    st.markdown(plain(question))
    if even_empty:
        selection = worked_out("What is chosen", chosen_now, _nothing())
        is_empty = worked_out("What is loaded", data_source.is_empty, otherwise=True)
    else:
        _stop_if_empty()
        selection, is_empty = chosen_now(), False
    if not is_empty:
        without_menus()
        status(selection)
        with part("What is chosen"):
            chips(selection)
    return selection


def _nothing() -> Selection:
    return Selection((), date.today(), date.today(), date.today())


def _stop_if_empty() -> None:
    if data_source.is_empty():
        st.info("Nothing is loaded yet. Open Data and upload a borough's return.", icon=":material/upload_file:")
        st.stop()


@part("The line under the title")
def status(selection: Selection) -> None:
    """Say in one line what the figures rest on."""
    words = [
        f"Data to {day(data_source.data_date())}",
        f"{loaded.how_many()} borough{'s' if loaded.how_many() != 1 else ''}",
        NAMES[scope().release],
    ]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="status"):
        if data_source.is_fictional():
            st.badge("Fictional data", icon=":material/science:", color="orange")
        st.caption(plain(" · ".join(words)))


def grid(columns: int = 2) -> DeltaGenerator:
    """Give the page's grid: panels side by side, one under the other on a phone."""
    if columns <= 2:
        return st.grid(columns, min_column_width=440, gap=("large", "medium"))
    return st.grid(columns, min_column_width=220, gap="small")
