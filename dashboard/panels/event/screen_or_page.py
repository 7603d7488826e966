"""What event mode shows: the page before, or the screen that is open."""

from collections.abc import Callable, Mapping

import streamlit as st

from dashboard.panels.event import screen_css
from dashboard.panels.event.mode import is_on
from dashboard.panels.event.preflight import preflight
from dashboard.panels.event.screen import STARTED, screen

Pages = Mapping[str, Callable[[], None]]
"""The pages that have figures to show, by title."""


def run(pages: Pages) -> None:
    """Show the page before the event, or once started one figure a screen."""
    if is_on():
        screen_css.full()
    if is_on() and st.session_state.get(STARTED):
        screen()
    else:
        preflight(pages)
