"""What a reader sees while the database or the snapshot cannot be reached; the page comes back by itself."""

import logging
import time
from collections.abc import Generator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from dashboard.data.availability import is_answering
from dashboard.markdown import plain
from store.errors import StoreError

LOOK_AGAIN: Final = "5s"
LOG: Final = logging.getLogger("placements.outage")
SECONDS_BETWEEN: Final = 60.0
"""At least, from one line of the log to the next: every open page meets the same outage, again and again."""


class Outages:
    """Outages on their way to the log."""

    def __init__(self) -> None:
        self.at = float("-inf")

    def note(self, problem: StoreError) -> None:
        """Log an outage, unless that was done a moment ago."""
        if time.monotonic() - self.at > SECONDS_BETWEEN:
            self.at = time.monotonic()
            why = str(problem).partition(":")[0]  # what the database itself says comes after one, and may hold a value
            LOG.error("Pages cannot be shown: %s", why, extra={"told": {"why": why}})


OUTAGES: Final = Outages()


@contextmanager
def outage_message() -> Generator[None]:
    """Say in words what the store could not do in here, and look every few seconds whether it can again."""
    try:
        yield
    except StoreError as problem:
        OUTAGES.note(problem)
        st.error(plain(f"{problem} Nothing that was loaded is lost, and this page opens again by itself."))
        _look_again()


@contextmanager
def page_kept(pages: Mapping[str, Sequence[StreamlitPage]]) -> Generator[None]:
    """Keep the address of the page that is open, filters and all, where the store fails before the reader is known."""
    try:
        yield
    except StoreError:
        st.navigation({title: [*of] for title, of in pages.items()}, position="hidden")
        raise


@st.fragment(run_every=LOOK_AGAIN)
def _look_again() -> None:
    if is_answering():
        st.rerun()
