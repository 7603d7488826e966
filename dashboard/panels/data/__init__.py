"""The sections of the page about what is loaded."""

from collections.abc import Callable, Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.auth.current_user import scope
from dashboard.data.uploads import may_hand_in_any
from dashboard.filters.selection import Selection
from dashboard.panels.data.coverage import coverage
from dashboard.panels.data.findings import found
from dashboard.panels.data.history import past
from dashboard.panels.data.providers import providers
from dashboard.panels.data.quality import quality
from dashboard.panels.data.repairs import repairs
from dashboard.panels.data.templates import templates
from dashboard.panels.data.upload import upload

Section = Callable[[Selection], None]

FILES: dict[str, Section] = {
    "Findings": found,
    "Trend": quality,
    "History": past,
    "Repairs": repairs,
    "Providers": providers,
}
"""What those who may see which files came in see besides."""


def sections() -> Iterator[tuple[DeltaGenerator, Section]]:
    """Give the tab that is open and what draws it; which one it is stands in the URL."""
    drawn = may_be_drawn()
    tabs = st.tabs(list(drawn), key="section", on_change="rerun", bind="query-params")
    for tab, draw in zip(tabs, drawn.values(), strict=True):
        if tab.open:
            yield tab, draw


def may_be_drawn() -> dict[str, Section]:
    """Give the sections that the reader may open, in order."""
    handing_in = {"Upload": upload} if may_hand_in_any() else {}
    files = FILES if scope().may_see_files(None) else {}
    return {"Coverage": coverage, **handing_in, **files, "Templates": templates}
