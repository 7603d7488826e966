"""Whether a session is in event mode: kept with the signing in, begun by a switch or a link, never ended by either."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.auth import current_user, session_end
from dashboard.panels.page_part import part

PARAMETER: Final = "event"
ON: Final = "on"
"""`?event=on` begins event mode, whatever the page."""

TITLE: Final = "Event mode"
EVENT: Final = "Event"
"""The event release in the words of its switch."""

BEFORE: Final = "release-before-event"
"""Session key: the release that the reader had before they opened the page that tries an event out."""


def is_on() -> bool:
    """Say whether the session is in event mode; a link that asks for it begins it.

    The address keeps saying so: a reload where nobody signs in is a new session, and begins it again.
    """
    if st.query_params.get(PARAMETER) == ON and not session_end.is_bound():
        begin()
    if session_end.is_bound() and st.query_params.get(PARAMETER) != ON:
        st.query_params[PARAMETER] = ON
    return session_end.is_bound()


def begin() -> None:
    """Bind the signing in to the event release: from now on nothing but signing in again raises it."""
    session_end.bind_to_event()


def everywhere(sections: Mapping[str, Sequence[Page]], render: Callable[[], None]) -> list[Page]:
    """Give every address there is, all of which open the event: no other page is there to be asked for."""
    pages = [page for held in sections.values() for page in held]
    return [
        st.Page(render, title=TITLE, url_path=page.url_path or "overview", default=place == 0)
        for place, page in enumerate(pages)
    ]


def opener(page: Page) -> None:
    """Lower the release as the page opens that says what an event would show: it must say what will be seen.

    On any other page the reader has again the release that they had before; event mode itself never comes here.
    """
    if page.title == TITLE:
        st.session_state.setdefault(BEFORE, _release_now())
        st.session_state[current_user.RELEASE] = EVENT
    elif BEFORE in st.session_state:
        st.session_state[current_user.RELEASE] = st.session_state.pop(BEFORE)


def _release_now() -> str:
    """Give the release that is shown: as chosen, as the address says, or else the most that the reader may see."""
    told = st.session_state.get(current_user.RELEASE) or st.query_params.get(current_user.RELEASE)
    if told is not None:
        return told if told in current_user.NAMES else EVENT
    most = current_user.granted().release
    return next(name for name, release in current_user.NAMES.items() if release is most)


@part("The way to event mode")
def switch() -> None:
    """Draw the link that opens the page before an event."""
    pages = st.session_state.get("pages", {})
    if TITLE in pages:
        st.page_link(pages[TITLE], label="Show on a screen: event mode", icon=":material/slideshow:")
