"""A figure that is a table on screen: insight, one line, lines with subtotals and a total, definitions and file."""

from collections.abc import Sequence

import streamlit as st

from dashboard.charts.summary_table import ledger
from dashboard.data.downloads import may_take
from dashboard.exports.csv_export import table_file
from dashboard.exports.file_names import file_name
from dashboard.figure import Sheet
from dashboard.markdown import plain
from dashboard.panels.figure_table import legend_of
from dashboard.panels.missing_files import say_lacking
from dashboard.panels.page_part import part, say
from dashboard.panels.panel_actions import csv, definitions
from dashboard.panels.reader_style import look_of


def draw_sheet(sheet: Sheet) -> None:
    """Draw a table of several measures."""
    with part(sheet.metrics[0].title), st.container(key=f"panel-{sheet.key}"):
        st.header(plain(sheet.title), anchor=False)
        st.caption(plain(sheet.caption))
        say(sheet.faults)
        look = look_of(sheet.metrics[0], sheet.selection)
        st.html(ledger(sheet.lines, sheet.columns, look, caption=sheet.title, corner=sheet.corner))
        cells = words_of(sheet)
        for words in legend_of(cells):
            st.caption(plain(words))
        say_lacking([metric.slug for metric in sheet.metrics], sheet.selection, cells)
        _actions(sheet)


def words_of(sheet: Sheet) -> Sequence[str]:
    """Give the words of the cells."""
    return [cell for line in sheet.lines for cell in line.cells]


def _actions(sheet: Sheet) -> None:
    with st.container(horizontal=True, gap="xsmall", key=f"quiet-{sheet.key}"):
        definitions(sheet.metrics)
        if may_take():
            csv(f"csv-{sheet.key}", file_name(sheet), lambda: table_file(sheet), "Download this table")
