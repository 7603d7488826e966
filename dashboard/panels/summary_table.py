"""A figure that is a table: finding, one line, lines with subtotals and a total, definitions and CSV."""

from collections.abc import Sequence

import polars as pl
import streamlit as st

from dashboard import data
from dashboard.charts.number_format import MARKS
from dashboard.charts.summary_table import Line, ledger
from dashboard.data.downloads import may_take, taken
from dashboard.exports.csv_export import as_bytes
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.panels import event_stage
from dashboard.panels.missing_files import say_lacking
from dashboard.panels.page_part import part
from dashboard.panels.panel_actions import definition
from dashboard.panels.reader_style import look_of


def sheet(
    slugs: Sequence[str],
    lines: Sequence[Line],
    columns: Sequence[str],
    chosen: Selection,
    *,
    title: str,
    about: str,
    corner: str,
) -> None:
    """Show a table of several measures.

    Args:
        slugs: the measures, for their definitions; the first names the panel.
        lines: the table, in words; `columns` are its headings, `corner` that of the names.
        columns: a heading a cell.
        chosen: the reader's choices.
        title: the finding.
        about: measures, period and n in one line.
        corner: the heading over the names.
    """
    with part(data.metric(slugs[0]).title):
        _sheet(slugs, lines, columns, chosen, (title, about, corner))


def _sheet(
    slugs: Sequence[str], lines: Sequence[Line], columns: Sequence[str], chosen: Selection, words: tuple[str, str, str]
) -> None:
    title, about, corner = words
    if event_stage.is_set():
        page = ledger(lines, columns, look_of(data.metric(slugs[0]), chosen), caption=title, corner=corner)
        cells = tuple(cell for line in lines for cell in line.cells)
        event_stage.put(event_stage.table(f"sheet-{slugs[0]}", title, about, page, cells, tuple(marks(lines))))
        return
    with st.container(key=f"panel-sheet-{slugs[0]}"):
        st.header(plain(title), anchor=False)
        st.caption(plain(about))
        st.html(ledger(lines, columns, look_of(data.metric(slugs[0]), chosen), caption=title, corner=corner))
        for told in marks(lines):
            st.caption(plain(told))
        say_lacking(slugs, chosen, [cell for line in lines for cell in line.cells])
        _row(slugs, lines, columns, corner)


def marks(lines: Sequence[Line]) -> list[str]:
    """Explain each mark that the cells hold."""
    held = {mark for line in lines for cell in line.cells for mark in MARKS if mark in cell}
    return [f"{mark} {MARKS[mark]}" for mark in sorted(held)]


def as_frame(lines: Sequence[Line], columns: Sequence[str], corner: str) -> pl.DataFrame:
    """Give the table as words, as on screen."""
    rows = [(line.name, *line.cells) for line in lines]
    return pl.DataFrame(rows, schema=[corner, *columns], orient="row")


def _row(slugs: Sequence[str], lines: Sequence[Line], columns: Sequence[str], corner: str) -> None:
    with st.container(horizontal=True, gap="xsmall", key=f"quiet-sheet-{slugs[0]}"):
        with st.popover("Definitions", type="tertiary"):
            for slug in slugs:
                definition(data.metric(slug))
        if not may_take():
            return
        st.download_button(
            "CSV",
            taken(f"{slugs[0]}-table.csv", lambda: as_bytes(as_frame(lines, columns, corner))),
            f"{slugs[0]}-table.csv",
            "text/csv",
            key=f"csv-sheet-{slugs[0]}",
            type="tertiary",
            on_click="ignore",
            help="Download this table",
        )
