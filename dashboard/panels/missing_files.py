"""What lacks files names them and says where to upload them: panels, cards, tables and whole pages."""

from collections.abc import Iterable

import streamlit as st

from dashboard.data.uploads import may_hand_in_any
from dashboard.filters.selection import Selection
from dashboard.insights.missing_files import lack_of_all
from dashboard.markdown import plain
from dashboard.panels.links import link
from metrics.shorthand import NOT_AVAILABLE


def say_lacking(slugs: Iterable[str], selection: Selection, cells: Iterable[str]) -> None:
    """Show under a table of several measures what to upload, where any of its cells is not available."""
    if any(NOT_AVAILABLE in cell for cell in cells) and (words := lack_of_all(slugs, selection)):
        notice(words)


def notice(words: str) -> None:
    """Show what to upload, with the way there for those who may."""
    st.info(plain(words), icon=":material/upload_file:")
    if may_hand_in_any():
        link("Data", "Upload on Data", section="Upload")
