"""The records behind a figure, a page at a time. Every opening and every download is put on record."""

from datetime import date
from typing import Final

import polars as pl
import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.record_list import Item, Row, listing
from dashboard.data import records as data_records
from dashboard.data.downloads import taken
from dashboard.exports.csv_export import about_of, as_csv
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from metrics import Metric, When

A_PAGE: Final = 25
ONLY_IN_FILE: Final = ("Sector", "From", "To", "Sex", "Legal status", "Out of")
"""Columns that the CSV has and the page, for want of room, has not."""


def records(metric: Metric, selection: Selection, when: When, key: str) -> None:
    """Draw the button that opens the records behind the focus's figure; none where the reader may not."""
    if not data_records.may_open(selection):
        return
    if st.button("Records", key=f"records-{key}", type="tertiary", help="Open the records behind this figure"):
        open_records(data_records.records(metric.slug, selection, when), metric, selection, when)


@st.dialog("Records", width="large")
def open_records(rows: pl.DataFrame, metric: Metric, selection: Selection, when: When) -> None:
    """Show records that were opened; turning their pages is no new opening."""
    with part("These records"):
        _records(rows, metric, selection, when)


def _records(rows: pl.DataFrame, metric: Metric, selection: Selection, when: When) -> None:
    most = f" (the first {data_records.MOST:,})" if rows.height == data_records.MOST else ""
    st.caption(plain(f"{metric.title}, {selection.name}: {rows.height:,} records{most}. Viewing records is logged."))
    if rows.is_empty():
        st.info("There are no records of single children behind this figure.", icon=":material/search_off:")
        return
    pages = -(-rows.height // A_PAGE)
    page = st.pagination(pages, key="records-page") if pages > 1 else 1
    shown = _on_page(rows).slice((page - 1) * A_PAGE, A_PAGE)
    table = [_row(values) for values in shown.iter_rows()]
    st.html(listing(shown.columns, table, Look(mode()), caption=f"Records behind {metric.title}"))
    _download(rows, metric, selection, when)


def _on_page(rows: pl.DataFrame) -> pl.DataFrame:
    """The columns that fit and say something: none that is blank throughout, none that repeats the focus."""
    wanted = [name for name in rows.columns if name not in ONLY_IN_FILE and rows[name].null_count() < rows.height]
    alike = [name for name in ("Borough", "Date") if name in wanted and rows[name].n_unique() == 1]
    return rows.select(name for name in wanted if name not in alike)


def _row(values: tuple[object, ...]) -> Row:
    return [Item(_plain(value)) for value in values]


def _plain(value: object) -> str:
    if value is None:
        return "-"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.1f}"
    return str(value)


def _download(rows: pl.DataFrame, metric: Metric, selection: Selection, when: When) -> None:
    def file() -> bytes:
        data_records.put_on_record("downloaded records", metric.slug, selection, when, rows.height)
        return as_csv(rows, metric, when, about_of(selection, metric))

    name = f"records-{metric.slug}-{when.end:%Y-%m-%d}.csv"
    words = f"Download all {rows.height:,} (CSV)"
    st.download_button(
        plain(words),
        taken(name, file, is_on_record=False),
        name,
        "text/csv",
        key="records-csv",
        icon=":material/download:",
        on_click="ignore",
    )
    st.caption("The file holds children's identifiers. The download is logged.")
