"""Providers: by what came of looking their URN up, names that wait for a decision, and the rulings made."""

import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.coverage_grid import Line, Slot, grid
from dashboard.charts.number_format import day
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data import provider_names_data as provider_names
from dashboard.pages.data.provider_names import names
from dashboard.pages.data.provider_names_insights import found_in_register
from dashboard.pages.data.rulings import rulings
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode


def providers(chosen: Selection) -> None:
    """Draw the section. Names are the sidebar's borough's; rulings those on names that the reader's boroughs write."""
    _statuses(chosen)
    if provider_names.may_be_named():
        names(chosen)
        rulings()


@part("Providers in the register")
def _statuses(chosen: Selection) -> None:
    counts = provider_names.by_status(chosen)
    columns = ["In the register", *provider_names.APART]
    st.header(plain(found_in_register(counts)), anchor=False)
    about = f"Children looked after at {day(chosen.end)} by what came of looking their provider's URN up."
    st.caption(plain(f"{about} Children with their parents and in other placements are left out."))
    lines = [
        Line(str(row["series"]), [_slot(row[name], row["children"]) for name in columns])
        for row in counts.iter_rows(named=True)
    ]
    caption = "Children by what came of looking their provider's URN up"
    st.html(grid(lines, columns, Look(mode(), chosen.focus), caption=caption, corner="Borough"))


def _slot(count: float | None, children: float | None) -> Slot:
    if count is None or not children:
        return Slot("-", "idle")
    share = count / children
    return Slot(f"{count:,.0f}", tip=f"{share:.1%} of {children:,.0f} children", share=share)
