"""What is loaded, and what is missing?"""

from collections.abc import Callable

import streamlit as st

from dashboard.auth.current_user import scope
from dashboard.data.uploads import may_hand_in_any
from dashboard.filters.selection import Selection
from dashboard.page import Page
from dashboard.pages.data.coverage import coverage
from dashboard.pages.data.findings import found
from dashboard.pages.data.history import past
from dashboard.pages.data.providers import providers
from dashboard.pages.data.quality import quality
from dashboard.pages.data.repairs import repairs
from dashboard.pages.data.templates import templates
from dashboard.pages.data.upload import upload
from dashboard.panels.page_header import page_head
from dashboard.panels.page_part import part

Section = Callable[[Selection], None]

FILES: dict[str, Section] = {
    "Findings": found,
    "Trend": quality,
    "History": past,
    "Repairs": repairs,
    "Providers": providers,
}
"""What those who may see which files came in see besides."""


def draw() -> None:
    """Draw what is loaded, and let officers upload, look through and take back files; the tab is in the address."""
    selection, sections = page_head(PAGE.title, PAGE.question, even_empty=True), may_be_drawn()
    tabs = st.tabs(list(sections), key="section", on_change="rerun", bind="query-params")
    for tab, section in zip(tabs, sections.values(), strict=True):
        if tab.open:
            with tab, part("This section"):
                section(selection)


def may_be_drawn() -> dict[str, Section]:
    """Give the sections that the reader may open, in order."""
    handing_in = {"Upload": upload} if may_hand_in_any() else {}
    files = FILES if scope().may_see_files(None) else {}
    return {"Coverage": coverage, **handing_in, **files, "Templates": templates}


PAGE = Page(slug="data", title="Data", question="What is loaded, and what is missing?", section="Data", draw=draw)
