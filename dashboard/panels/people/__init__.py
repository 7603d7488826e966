"""The sections of the page about people."""

from collections.abc import Callable, Iterator
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.data.people import may_manage
from dashboard.panels.page_header import page
from dashboard.panels.people.audit_log import audit
from dashboard.panels.people.user_list import roll

SECTIONS: Final[dict[str, Callable[[], None]]] = {"People": roll, "Audit log": audit}


def sections() -> Iterator[tuple[DeltaGenerator, Callable[[], None]]]:
    """Give the tab that is open and what draws it; for others than administrators a word and none."""
    page("People", "Who may see what, and who did what?", even_empty=True)
    if not may_manage():
        st.info("Who signs in, and the audit log, are for administrators.", icon=":material/lock:")
        return
    tabs = st.tabs(list(SECTIONS), key="people-section", on_change="rerun")
    for tab, draw in zip(tabs, SECTIONS.values(), strict=True):
        if tab.open:
            yield tab, draw
