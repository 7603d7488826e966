"""People's words on the page: asked for with a warning, and shown as text."""

from html import escape
from typing import Final

import streamlit as st

CARE: Final = (
    "Never write a child's name, or anything that tells who a child is. What you write is shown as it is in the "
    "working and the board release, and every version is kept with your name."
)


def care() -> None:
    """Say what must not be written, over the boxes that it is about."""
    st.caption(CARE)


def as_text(words: str) -> None:
    """Show what somebody wrote: text, in its lines, never markup."""
    st.html(f'<p style="white-space:pre-line;overflow-wrap:anywhere;margin:0">{escape(words)}</p>')


def lines(*words: str) -> None:
    """Show quiet lines."""
    st.html("".join(f'<p class="pcd-line" style="overflow-wrap:anywhere">{escape(line)}</p>' for line in words))
