"""Findings of what is loaded: by borough, source, return year and severity, a page at a time."""

from typing import Final

import streamlit as st

from dashboard.charts.listing import listing
from dashboard.charts.look import Look
from dashboard.data import found as data_found
from dashboard.data.finding_kinds import SEVERITY, kinds
from dashboard.data.found import Kept
from dashboard.filters.selection import Selection
from dashboard.panels.holdings.preview import download, show_kinds
from dashboard.panels.look import mode

ALL: Final = "All"
A_PAGE: Final = 15


def found(chosen: Selection) -> None:
    """Draw the section. The borough is the sidebar's."""
    kept = _ask(chosen)
    rows = data_found.findings(kept)
    told = kinds(rows, "borough", "source", "return_year")
    st.subheader(_title(rows.height, told.height), anchor=False)
    st.caption(f"Findings of the files loaded for {chosen.name}. Row numbers are the file's own.")
    if told.height:
        download(told, rows, "loaded")
        pages = -(-told.height // A_PAGE)
        page = st.pagination(pages, key="findings-page") if pages > 1 else 1
        show_kinds(told.slice((page - 1) * A_PAGE, A_PAGE), "borough", "source", "return_year")
    _years(chosen)


def _ask(chosen: Selection) -> Kept:
    uploads = data_found.current()
    years = [str(year) for year in uploads["return_year"].drop_nulls().unique().sort(descending=True)]
    left, middle, right = st.columns(3)
    source = left.selectbox("Source", [ALL, *uploads["title"].unique().sort()], key="source", bind="query-params")
    year = middle.selectbox("Return year", [ALL, *years], key="year", bind="query-params")
    severity = right.selectbox("What was done", [ALL, *SEVERITY.values()], key="severity", bind="query-params")
    slugs = {words: name for name, words in SEVERITY.items()}
    return Kept(
        borough=chosen.focus,
        source=None if source == ALL else source,
        year=None if year == ALL else int(year),
        severity=slugs.get(severity),
    )


def _title(findings: int, kinds: int) -> str:
    if not findings:
        return "No findings: every row was read as it stands"
    return f"{findings:,} finding{'s' * (findings != 1)} of {kinds:,} kind{'s' * (kinds != 1)}"


def _years(chosen: Selection) -> None:
    st.subheader("By return year", anchor=False)
    rows = [
        [
            str(row["return_year"]),
            row["files"],
            row["rows"],
            row["accepted"],
            row["repaired"],
            row["set_aside"],
            row["blank"],
        ]
        for row in data_found.by_year(chosen.focus).iter_rows(named=True)
    ]
    columns = ("Return year", "Files", "Rows in", "Accepted", "Repaired", "Set aside", "Blank")
    st.html(listing(columns, rows, Look(mode()), caption="Rows by return year"))
