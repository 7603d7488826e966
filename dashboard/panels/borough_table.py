"""Boroughs by measures on screen: a table whose names open pages, its marks explained, and its numbers as a file."""

from collections.abc import Iterable

import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.matrix import matrix
from dashboard.data.downloads import may_take
from dashboard.exports.csv_export import table_file
from dashboard.exports.file_names import file_name
from dashboard.figure import BoroughTable
from dashboard.filters.fields import FOCUS
from dashboard.markdown import plain
from dashboard.panels.figure_table import legend_of, on_sums
from dashboard.panels.links import address
from dashboard.panels.missing_files import say_lacking
from dashboard.panels.page_part import say
from dashboard.panels.panel_actions import csv
from dashboard.panels.reader_style import mode


def draw_borough_table(table: BoroughTable) -> None:
    """Draw the table: each borough opens its own view, and headings what they are about."""
    st.header(plain(table.title), anchor=False)
    if table.caption:
        st.caption(plain(table.caption))
    say(table.faults)
    st.html(matrix(table.rows, table.columns, _look(table), caption=table.name, addresses=_addresses(table)))
    cells = list(words_of(table))
    for words in [*legend_of(cells), *on_sums()]:
        st.caption(plain(words))
    say_lacking([metric.slug for metric in table.metrics], table.selection, cells)
    if may_take():
        csv(f"quiet-{table.key}", file_name(table), lambda: table_file(table), "Download this table")


def words_of(table: BoroughTable) -> Iterable[str]:
    """Give the words of the cells."""
    return (cell.text for cells in table.rows.values() for cell in cells)


def _look(table: BoroughTable) -> Look:
    return Look(mode(), table.selection.focus)


def _addresses(table: BoroughTable) -> dict[str, str]:
    selection = table.selection
    others = [name for name in selection.boroughs if name != selection.focus]
    boroughs = {name: address(table.opens, **{FOCUS: name}) for name in others}
    return boroughs | {heading: address(page, **asks) for heading, (page, asks) in table.links.items()}
