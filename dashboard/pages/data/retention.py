"""Retention: what is due to go, a date for many uploads at once, and the purge, once confirmed."""

from datetime import date
from typing import Final

import polars as pl
import streamlit as st

from dashboard.charts.chart_style import Look
from dashboard.charts.number_format import day
from dashboard.charts.record_list import Item, listing
from dashboard.data import loaded
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data import retention_data as data_retention
from dashboard.pages.data.retention_data import SOON_DAYS
from dashboard.panels.flash_message import tell_of
from dashboard.panels.page_part import part
from dashboard.panels.reader_style import mode
from loaders.catalogue import TITLES
from store.uploads.retention import Which

EVERY: Final = "All"
MOST: Final = 20
"""Uploads named; the rest are counted."""


@part("Retention")
def retention(chosen: Selection) -> None:
    """Draw what is due and what sets dates. The borough is the sidebar's."""
    due = data_retention.due_soon(chosen.focus, date.today())
    with st.expander(plain(_title(due)), icon=":material/event_busy:", key="retention"):
        st.caption("After its last day a purge removes an upload's rows and findings for good. The record stays.")
        _due(due)
        if any(map(data_retention.may_keep, (chosen.focus, *loaded.named_boroughs()))):
            _set(chosen)


def _title(due: pl.DataFrame) -> str:
    past = int(due["is_past"].sum())
    soon = due.height - past
    return f"Retention: {past:,} upload{'s' * (past != 1)} past their date, {soon:,} due within {SOON_DAYS} days"


def _due(due: pl.DataFrame) -> None:
    if due.is_empty():
        return
    rows = [
        [
            Item(day(row["keep_until"]), "Past" if row["is_past"] else "Due", "bad" if row["is_past"] else ""),
            Item(
                row["filename"], ", ".join(str(row[name]) for name in ("borough", "title", "return_year") if row[name])
            ),
            row["rows"],
            "In the figures" if row["status"] == "accepted" else row["status"].capitalize(),
        ]
        for row in due.head(MOST).iter_rows(named=True)
    ]
    st.html(listing(("Kept until", "File", "Rows", "Where it stands"), rows, Look(mode()), caption="Uploads due"))
    if due.height > MOST:
        st.caption(f"and {due.height - MOST:,} more")
    past = due.filter("is_past")
    if (
        past.height
        and data_retention.may_purge()
        and st.button(f"Purge {past.height:,} past their date", key="purge", icon=":material/delete_forever:")
    ):
        _confirm(past)


def _set(chosen: Selection) -> None:
    """Ask which uploads are meant and until when."""
    boroughs = [chosen.focus] if chosen.focus else [EVERY, *loaded.named_boroughs()]
    slugs = {words: slug for slug, words in TITLES.items()}
    first, second, third, fourth = st.columns(4, vertical_alignment="bottom")
    borough = first.selectbox("Borough", boroughs, key="keep-borough")
    source = second.selectbox("Source", [EVERY, *slugs], key="keep-source")
    years = sorted({row for row in loaded.coverage()["return_year"] if row}, reverse=True)
    year = third.selectbox("Return year", [EVERY, *map(str, years)], key="keep-year")
    until = fourth.date_input("Keep until", value=None, format="DD/MM/YYYY", key="keep-until")
    which = Which(None, _one(borough), slugs.get(source), int(year) if year != EVERY else None)
    is_all = which == Which()
    with st.container(horizontal=True):
        st.button("Set this day", key="keep-set", disabled=until is None or is_all, on_click=_keep, args=(which, until))
        st.button("Keep for good", key="keep-for-good", disabled=is_all, on_click=_keep, args=(which, None))
    if is_all:
        st.caption("Choose a borough, a source or a return year: no date is set for everything at once.")


def _one(borough: str) -> str | None:
    return None if borough == EVERY else borough


def _keep(which: Which, until: date | None) -> None:
    with tell_of() as told:
        count = data_retention.keep(which, until)
        told(
            f"{count:,} upload{'s are' if count != 1 else ' is'} kept {f'until {day(until)}' if until else 'for good'}."
        )


@st.dialog("Remove these rows for good?")
def _confirm(past: pl.DataFrame) -> None:
    """Say what will happen, and do it only when told to."""
    used = past.filter(status="accepted").height
    st.markdown(
        f"The rows and findings of {past.height:,} upload{'s' * (past.height != 1)} are removed from the database and "
        f"from every snapshot. {used:,} of them {'is' if used == 1 else 'are'} in the figures now. "
        "This cannot be undone."
    )
    with st.container(horizontal=True):
        if st.button("Remove them for good", type="primary", key="purge-confirm", on_click=_purge):
            st.rerun()
        if st.button("Leave them", key="purge-leave"):
            st.rerun()


def _purge() -> None:
    with tell_of() as told:
        gone = data_retention.remove_past(date.today())
        count = len(gone.uploads)
        told(f"{count:,} upload{'s' * (count != 1)} removed, with {gone.rows:,} rows.")
