"""The grid first: what is loaded, what is missing, and of how many children what is needed is known."""

from datetime import date

import polars as pl
import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.coverage_grid import Line, grid
from dashboard.charts.number_format import day
from dashboard.data import data_source
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data import coverage_data as return_status
from dashboard.pages.data import coverage_grids as return_grids
from dashboard.pages.data.coverage_insights import gaps, named
from dashboard.panels.figure_table import legend
from dashboard.panels.page_header import grid as cells
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from loaders.catalogue import TITLES


def coverage(chosen: Selection) -> None:
    """Show the grids and name each gap."""
    held = return_status.holdings()
    mine = tuple(each for each in held if chosen.focus in (None, each.borough))
    if not held:
        st.info("Nothing is loaded yet. Open Upload and add a borough's files.", icon=":material/upload_file:")
        return
    st.header(plain(gaps(mine)), anchor=False)
    for words in named(mine):
        st.markdown(f"- {plain(words)}")
    years = [str(year) for year in return_grids.years(held)]
    with cells():
        _boroughs(held, years, chosen)
        _sources(held, years, chosen)
        _known(chosen)
        _shared()
    if chosen.focus is None:
        _of_year(held, chosen)


@part("Tables by borough")
def _boroughs(held: tuple[return_status.Held, ...], years: list[str], chosen: Selection) -> None:
    with st.container():
        st.header("By borough and return year", anchor=False)
        st.caption(f"Tables loaded of the {len(return_status.EXPECTED)} that are due. A return year ends on 31 March.")
        _drawn(
            return_grids.by_borough(held, date.today()),
            years,
            chosen,
            "Tables loaded by borough and return year",
            "Borough",
        )


@part("Tables by source")
def _sources(held: tuple[return_status.Held, ...], years: list[str], chosen: Selection) -> None:
    of = f"Rows uploaded by {chosen.focus}." if chosen.focus else "Boroughs that have uploaded it."
    with st.container():
        st.header("By source and return year", anchor=False)
        st.caption(plain(f"{of} Full disc: loaded; half: some; ring: missing."))
        lines = return_grids.by_source(held, chosen.focus)
        _drawn(lines, years, chosen, "What is loaded by source and return year", "Source")


@part("One return year")
def _of_year(held: tuple[return_status.Held, ...], chosen: Selection) -> None:
    """Each borough by each source, for one return year."""
    st.header("Each borough and source of one return year", anchor=False)
    years = [str(year) for year in reversed(return_grids.years(held))]
    year = st.selectbox("Return year", years, key="coverage-year", bind="query-params", width=260)
    boroughs = list(dict.fromkeys(each.borough for each in held))
    st.caption("Rows uploaded, where they may be told. Full disc: loaded; ring: missing.")
    lines = return_grids.of_year(held, int(year))
    _drawn(lines, boroughs, chosen, f"What is loaded for return year {year} by source and borough", "Source")


@part("Of how many children it is known")
def _known(chosen: Selection) -> None:
    with st.container():
        st.header("Children with a cost, needs, postcode, URN", anchor=False)
        st.caption(plain(f"Share of children looked after at {day(chosen.end)} of whom it is known."))
        shares = return_status.shares(chosen)
        caption = "Share of children of whom it is known, by borough"
        _drawn(return_grids.known(shares), list(return_status.SHARES), chosen, caption, "Borough")
        for words in legend(pl.concat([figures.select("mark") for figures in shares.values()])):
            st.caption(plain(words))
        with st.popover("Definitions", type="tertiary"):
            for words in return_grids.definitions():
                st.markdown(f"- {plain(words)}")


@part("What all boroughs share")
def _shared() -> None:
    with st.container():
        st.header("For every borough", anchor=False)
        rows = return_status.shared().rows()
        for slug, count, at in rows:
            st.markdown(f"- {plain(TITLES[slug])}: {count:,} rows, uploaded {at:%-d %b %Y}")
        if not rows:
            st.markdown("No provider register, population or published figures are loaded.")
        st.caption(plain(f"Data version {data_source.version()}."))


def _drawn(lines: list[Line], columns: list[str], chosen: Selection, caption: str, corner: str) -> None:
    st.html(grid(lines, columns, Look(mode(), chosen.focus), caption=caption, corner=corner))
