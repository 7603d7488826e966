"""Before an event: what will be shown, what is hidden and why, how many figures, and whether it is safe to share."""

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard import data
from dashboard.insights import event as finding
from dashboard.markdown import plain, plain_cells, stressed
from dashboard.panels import event_stage, login_page
from dashboard.panels.event import screen
from dashboard.panels.event.choices import carried, every, filters, link, pages_of, seconds
from dashboard.panels.event.mode import TITLE, begin, is_on
from dashboard.panels.event_stage import Screen
from dashboard.panels.page_part import part

Pages = Mapping[str, Callable[[], None]]


def preflight(pages: Pages) -> None:
    """Show the page before the event."""
    st.title(TITLE, anchor=False)
    st.markdown(
        "What the room will see, and what it will not. One figure a screen, forward and back by the arrow keys."
    )
    if data.is_empty():
        st.info("Nothing is loaded yet, so there is nothing to show.", icon=":material/upload_file:")
        return
    if is_on():
        filters()
    titles = pages_of(list(pages))
    made = [_screens(title, pages[title]) for title in titles]
    found = [one for screens, _ in made for one in screens]
    _missed([name for _, missed in made for name in missed])
    left_out = every(found)
    run = [one for one in found if one.key not in left_out]
    troubles = finding.troubles(run)
    _said(run, troubles)
    _start(run, is_safe=not troubles)
    _table(found, left_out)
    st.header("What is hidden, and why", anchor=False)
    st.markdown("\n".join(f"- {plain(words)}" for words in finding.WHY))


def _screens(title: str, render: Callable[[], None]) -> tuple[list[Screen], list[str]]:
    with st.spinner(plain(f"Making the figures of {title}")):
        return event_stage.screens_of(title, part("the rest of the page")(render))


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
