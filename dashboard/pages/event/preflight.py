"""Before an event: what will be shown, what is hidden and why, how many figures, and whether it is safe to share."""

from collections.abc import Mapping

import streamlit as st

from dashboard.data import data_source
from dashboard.filters.selection import Selection
from dashboard.markdown import plain, plain_cells, stressed
from dashboard.page import Page
from dashboard.pages.event import insights as finding
from dashboard.pages.event import screen
from dashboard.pages.event.choices import carried, event_filters, every, link, pages_of, seconds
from dashboard.pages.event.mode import TITLE, begin, is_on
from dashboard.pages.event.screens import Run, Screen, screens_of
from dashboard.panels import login_page
from dashboard.panels.sidebar import chosen

Pages = Mapping[str, Page]
"""The pages that have figures to show, by title."""


def preflight(pages: Pages) -> None:
    """Show the page before the event."""
    st.title(TITLE, anchor=False)
    st.markdown(
        "What the room will see, and what it will not. One figure a screen, forward and back by the arrow keys."
    )
    if data_source.is_empty():
        st.info("Nothing is loaded yet, so there is nothing to show.", icon=":material/upload_file:")
        return
    if is_on():
        event_filters()
    titles = pages_of(list(pages))
    selection = chosen()
    made = [_screens(pages[title], selection) for title in titles]
    found = [one for each in made for one in each.screens]
    _missed([name for each in made for name in each.missed])
    left_out = every(found)
    run = [one for one in found if one.key not in left_out]
    troubles = finding.troubles(run)
    _said(run, troubles)
    _start(run, is_safe=not troubles)
    _table(found, left_out)
    st.header("What is hidden, and why", anchor=False)
    st.markdown("\n".join(f"- {plain(words)}" for words in finding.WHY))


def _screens(page: Page, selection: Selection) -> Run:
    with st.spinner(plain(f"Making the figures of {page.title}")):
        return screens_of(page, selection)


def _missed(names: list[str]) -> None:
    """Say what could not be made, so that nobody takes the run for whole."""
    if names:
        st.warning(
            plain(f"Left out, as something went wrong on our side: {'; '.join(names)}."), icon=":material/error:"
        )


def _said(run: list[Screen], troubles: dict[str, list[str]]) -> None:
    if not run:
        st.warning("No figure is chosen: choose a page.", icon=":material/rule:")
    elif troubles:
        st.error(stressed(finding.not_safe(troubles)), icon=":material/block:")
    else:
        st.success(stressed(finding.safe(run)), icon=":material/verified_user:")


def _start(run: list[Screen], *, is_safe: bool) -> None:
    pause = seconds()
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.button("Start", type="primary", disabled=not (run and is_safe), on_click=_begin, args=(run, pause))
        st.caption(plain(finding.ENDS))
    if is_on():
        login_page.way_out()
    else:
        link()
    if is_on() and screen.AT in st.query_params and run and is_safe and screen.STARTED not in st.session_state:
        _begin(run, pause)  # a reload while it was being shown
        st.rerun()


def _begin(run: list[Screen], pause: int) -> None:
    begin()
    st.session_state[screen.CHOSEN] = carried()
    st.session_state[screen.SCREENS] = run
    st.session_state[screen.SECONDS] = pause
    st.session_state[screen.STARTED] = True


def _table(found: list[Screen], left_out: set[str]) -> None:
    st.header("What will be shown", anchor=False)
    run = [one for one in found if one.key not in left_out]
    pages = dict.fromkeys(one.page for one in run)
    rows = [(page, [one.cells for one in run if one.page == page]) for page in pages]
    st.table(plain_cells(finding.table(rows)), hide_index=True)
