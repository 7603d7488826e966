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
    """Lower the release as the page opens that says what an event would show: it must say what will be seen."""
    if page.title == TITLE:
        st.session_state[current_user.RELEASE] = "Event"


@part("The way to event mode")
def switch() -> None:
    """Draw the link that opens the page before an event."""
    pages = st.session_state.get("pages", {})
    if TITLE in pages:
        st.page_link(pages[TITLE], label="Show on a screen: event mode", icon=":material/slideshow:")
