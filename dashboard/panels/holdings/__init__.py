"""The sections of the page about what is loaded."""

from collections.abc import Callable, Iterator

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.access import scope
from dashboard.filters.selection import Selection
from dashboard.panels.holdings.coverage import coverage
from dashboard.panels.holdings.found import found
from dashboard.panels.holdings.past import past
from dashboard.panels.holdings.providers import providers
from dashboard.panels.holdings.quality import quality
from dashboard.panels.holdings.repairs import repairs
from dashboard.panels.holdings.templates import templates
from dashboard.panels.holdings.upload import upload
from metrics import Release

Section = Callable[[Selection], None]

OPEN: dict[str, Section] = {"Coverage": coverage, "Templates": templates}
"""What every release shows."""

WORKING: dict[str, Section] = {
    "Coverage": coverage,
    "Upload": upload,
    "Findings": found,
    "Trend": quality,
    "History": past,
    "Repairs": repairs,
    "Providers": providers,
    "Templates": templates,
}
"""What those who work with the files see besides."""


def sections() -> Iterator[tuple[DeltaGenerator, Section]]:
    """Give the tab that is open and what draws it; which one it is stands in the URL."""
    drawn = WORKING if scope().release is Release.WORKING else OPEN
    tabs = st.tabs(list(drawn), key="section", on_change="rerun", bind="query-params")
    for tab, draw in zip(tabs, drawn.values(), strict=True):
        if tab.open:
            yield tab, draw
