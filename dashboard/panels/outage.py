"""What a reader sees while the database or the snapshot cannot be reached; the page comes back by itself."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from dashboard.data.availability import is_answering
from dashboard.markdown import plain
from store.errors import StoreError

LOOK_AGAIN: Final = "5s"


@contextmanager
def outage_message() -> Generator[None]:
    """Say in words what the store could not do in here, and look every few seconds whether it can again."""
    try:
        yield
    except StoreError as problem:
        st.error(plain(f"{problem} Nothing that was loaded is lost, and this page opens again by itself."))
        _look_again()


@st.fragment(run_every=LOOK_AGAIN)
def _look_again() -> None:
    if is_answering():
        st.rerun()
