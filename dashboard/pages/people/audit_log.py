"""Audit log: who did what, when and from where, to filter and to take away."""

from datetime import date
from typing import Final

import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.record_list import Item, listing
from dashboard.data.downloads import taken
from dashboard.markdown import plain
from dashboard.pages.people import people_data as people
from dashboard.panels.reader_style import mode

ALL: Final = "All"
A_PAGE: Final = 25
MOST: Final = 1_000
COLUMNS: Final = ("When", "Who", "What", "From")


def audit() -> None:
    """Show what is on record, the newest first."""
    who, what, since = _ask()
    rows = people.on_record(who, what, since, MOST)
    most = " (the newest; the file has all)" if rows.height == MOST else ""
    st.header(plain(f"{rows.height:,} on record{most}"), anchor=False)
    st.caption("Only ever added to: the database refuses to change or remove any of it. Times are London's.")
    pages = max(1, -(-rows.height // A_PAGE))
    page = st.pagination(pages, key="audit-page") if pages > 1 else 1
    shown = rows.slice((page - 1) * A_PAGE, A_PAGE)
    table = [_row(row) for row in shown.iter_rows(named=True)]
    st.html(listing(COLUMNS, table, Look(mode()), caption="Audit log"))
    name = f"audit-{date.today():%Y-%m-%d}.csv"
    make = taken(name, lambda: people.as_file(who, what, since), is_on_record=False)
    st.download_button("Download (CSV)", make, name, "text/csv", key="audit-csv", on_click="ignore")


def _ask() -> tuple[str | None, str | None, date | None]:
    everyone, everything = people.kinds()
    left, middle, right = st.columns(3)
    who = left.selectbox("Who", [ALL, *everyone], key="audit-who")
    what = middle.selectbox("What", [ALL, *everything], key="audit-what")
    since = right.date_input("Since", value=None, format="DD/MM/YYYY", key="audit-since")
    return None if who == ALL else who, None if what == ALL else what, since


def _row(row: dict[str, object]) -> list[str | Item]:
    return [
        f"{row['at']:%d/%m/%Y %H:%M:%S}",
        str(row["who"]),
        Item(str(row["what"]).capitalize(), str(row["detail"])),
        str(row["address"] or "This machine"),
    ]
