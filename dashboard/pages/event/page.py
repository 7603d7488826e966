"""What may a room full of people see?"""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from dashboard.page import Page
from dashboard.pages.event import screen_css
from dashboard.pages.event.mode import TITLE, is_on
from dashboard.pages.event.preflight import preflight
from dashboard.pages.event.screen import STARTED, screen


def page(pages: Sequence[Page]) -> Page:
    """Give the page that shows the figures of other pages, one a screen."""
    return Page(
        slug="event",
        title=TITLE,
        question="What may a room full of people see?",
        section="Data",
        draw=partial(_draw, {each.title: each for each in pages}),
    )


def _draw(pages: dict[str, Page]) -> None:
    """Draw what would be shown and what is hidden; once started, one figure a screen."""
    if is_on():
        screen_css.full()
    if is_on() and st.session_state.get(STARTED):
        screen()
    else:
        preflight(pages)
