"""The table of providers: sorted by a click on a heading, opened by a click on a row, and as a plain table."""

from collections.abc import Sequence
from typing import Final

import polars as pl
import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from dashboard.charts.number_format import MARKS, day
from dashboard.data.figures import metric
from dashboard.exports.csv_export import as_bytes
from dashboard.filters.parameters import PROVIDER_PAGE
from dashboard.filters.selection import Selection
from dashboard.markdown import plain, plain_cells
from dashboard.pages.providers import insights as finding
from dashboard.pages.providers.directory_data import HEADINGS, file, marks, sortable, words
from dashboard.pages.providers.offers import MEASURES, Offer
from dashboard.panels.missing_files import say_lacking
from dashboard.panels.page_part import part
from dashboard.panels.panel_actions import csv, definitions

HELP: Final = {
    "Market £": "Mean weekly cost of the same type of placement, every provider and borough",
    "Over need £": "Mean weekly cost over what the children's need explains",
    "Need": "Mean weighted need score, 0 to 72",
    "Market need": "The same for every provider of the type",
    "Miles": "Median distance from home",
    "3+ moves %": "Children with three or more placements in the year",
    "Missing %": "Children who went missing in the period",
}


@part("The table of providers")
def directory(offers: Sequence[Offer], selection: Selection, note: str) -> None:
    """Show every provider and type of care."""
    rows = sortable(offers)
    with st.container(key="panel-directory"):
        st.header(plain(finding.concentration(offers)), anchor=False)
        about = f"By provider and type of care, at {day(selection.end)} or in the period to it. {note} {_told(offers)}"
        st.caption(plain(about))
        st.dataframe(
            rows,
            hide_index=True,
            key="directory",
            on_select=lambda: _open(offers),
            selection_mode="single-row",
            column_config=_columns(rows),
            placeholder=" or ".join(marks(offers)) or None,
            height=460,
            alt="Providers with children, weekly cost, need, distance, Ofsted judgement, moves and missing",
        )
        say_lacking(MEASURES, selection, marks(offers))
        _row(offers, selection)


def _told(offers: Sequence[Offer]) -> str:
    held = [f"{mark} {MARKS.get(mark, 'not shown')}." for mark in marks(offers)]
    return " ".join(["Choose a row to open the provider's own page.", *held])


def _columns(rows: pl.DataFrame) -> dict[str, ColumnConfig | str | None]:
    config = st.column_config
    money = {name: config.NumberColumn(format="£%,.0f", help=HELP.get(name)) for name in HEADINGS if "£" in name}
    plain = {name: config.NumberColumn(format="%.0f", help=HELP.get(name)) for name in HEADINGS if "£" not in name}
    over = {"Over need £": config.NumberColumn(format="%+,.0f", help=HELP["Over need £"])}
    numbers = {name: how for name, how in {**plain, **money, **over}.items() if rows[name].dtype.is_numeric()}
    return {**numbers, "Inspected": config.DateColumn(format="DD MMM YYYY")}


def _open(offers: Sequence[Offer]) -> None:
    """Open the page of the provider whose row was selection. For a callback: widgets may not be set later in a run."""
    for row in st.session_state["directory"].selection.rows[:1]:
        st.session_state[PROVIDER_PAGE.key] = offers[row].provider


@st.fragment
def _row(offers: Sequence[Offer], selection: Selection) -> None:
    with st.container(horizontal=True, gap="xsmall", key="quiet-directory"):
        definitions([metric(slug) for slug in MEASURES])
        opened = st.popover("Table", type="tertiary", on_change="rerun", key="table-directory", width="content")
        if opened.open:
            with opened:
                st.table(plain_cells(words(offers)), hide_index=True, height=420)
        csv(
            "csv-directory",
            f"providers-{selection.end:%Y-%m-%d}",
            lambda: as_bytes(file(offers)),
            "Download this table",
        )
