"""History: every upload, who, when, its counts and where it stands; roll back, restore and dates to go by."""

from html import escape
from typing import Final, Literal

import streamlit as st

from dashboard.charts.number_format import day
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.pages.data import history_data as data_past
from dashboard.pages.data.history_data import Past
from dashboard.pages.data.retention import retention
from dashboard.pages.data.retention_data import keep, may_keep
from dashboard.panels.flash_message import tell, tell_of
from store.models import Status
from store.uploads.retention import Which

ALL: Final = "All"
A_PAGE: Final = 12
STATUSES: Final = {status.value.capitalize(): status.value for status in Status}
LAST_DAY: Final = "keep-one-until"
"""Widget key: the last day of one upload."""

COLOURS: Final[dict[Status, Literal["blue", "gray", "violet"]]] = {
    Status.ACCEPTED: "blue",
    Status.REPLACED: "gray",
    Status.ROLLED_BACK: "violet",
    Status.DISCARDED: "gray",
}


def past(chosen: Selection) -> None:
    """Draw the section. The borough is the sidebar's."""
    tell()
    retention(chosen)
    status = st.selectbox("Where it stands", [ALL, *STATUSES], key="status-of", bind="query-params", width=260)
    uploads = data_past.past(chosen.focus, STATUSES.get(status))
    st.header(f"{len(uploads):,} upload{'s' * (len(uploads) != 1)} on record", anchor=False)
    st.caption("The newest first. A file that was replaced or rolled back is kept and can be restored.")
    pages = max(1, -(-len(uploads) // A_PAGE))
    page = st.pagination(pages, key="history-page") if pages > 1 else 1
    for upload in uploads[(page - 1) * A_PAGE : page * A_PAGE]:
        _entry(upload)


def _entry(upload: Past) -> None:
    with st.container(border=True, key=f"upload-{upload.id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f"<strong>{escape(upload.name)}</strong>")
            st.badge(upload.status.capitalize(), color=COLOURS[Status(upload.status)])
            _offer(upload)
        counts = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in upload.counts.items())
        kept = f". Kept until {day(upload.keep_until)}" if upload.keep_until else ""
        when = f"{upload.at:%-d %B %Y, %H:%M}"
        st.html(
            f'<p class="pcd-line">{escape(upload.file)}, uploaded {when} by {escape(upload.who)}: {counts}{kept}</p>'
        )


def _offer(upload: Past) -> None:
    if upload.status == Status.DISCARDED:
        return
    words = "Roll back" if upload.is_in else "Restore"
    if data_past.may_turn(upload) and st.button(
        plain(words), key=f"turn-{upload.id}", type="tertiary", icon=":material/undo:"
    ):
        _confirm(upload)
    if may_keep(data_past.whose(upload)) and st.button(
        "Keep until", key=f"keep-{upload.id}", type="tertiary", icon=":material/event:"
    ):
        _keep(upload)


@st.dialog("Are you sure?")
def _confirm(upload: Past) -> None:
    """Say what will happen, and do it only when told to."""
    st.html(f"<strong>{escape(upload.name)}</strong>")
    st.markdown(
        "Its rows leave every figure. If it took the place of an earlier file, that one is back."
        if upload.is_in
        else "Its rows are in the figures again, in the place of the file that is there now, if any."
    )
    words = "Roll back" if upload.is_in else "Restore"
    with st.container(horizontal=True):
        if st.button(plain(f"{words} this file"), type="primary", key="confirm", on_click=_turn, args=(upload,)):
            st.rerun()
        if st.button("Leave it as it is", key="leave"):
            st.rerun()


def _turn(upload: Past) -> None:
    with tell_of() as told:
        told(data_past.roll_back(upload) if upload.is_in else data_past.restore(upload))


@st.dialog("Until when is it kept?")
def _keep(upload: Past) -> None:
    """Ask for the last day of one upload."""
    st.html(f"<strong>{escape(upload.name)}</strong>")
    st.date_input("Keep until", value=upload.keep_until, format="DD/MM/YYYY", key=LAST_DAY)
    with st.container(horizontal=True):
        if st.button("Set this day", type="primary", key="keep-one", on_click=_kept, args=(upload,)):
            st.rerun()
        if st.button("Keep for good", key="keep-one-for-good", on_click=_kept, args=(upload, True)):
            st.rerun()


def _kept(upload: Past, is_for_good: bool = False) -> None:
    until = None if is_for_good else st.session_state.get(LAST_DAY)
    with tell_of() as told:
        keep(Which(upload.id, data_past.whose(upload)), until)
        told(f"{upload.name}: kept {f'until {day(until)}' if until else 'for good'}.")
