"""Who may see what, and who did what?"""

from collections.abc import Callable
from typing import Final

import streamlit as st

from dashboard.page import Page
from dashboard.pages.people.audit_log import audit
from dashboard.pages.people.people_data import may_manage
from dashboard.pages.people.user_list import roll
from dashboard.panels.page_header import page_head
from dashboard.panels.page_part import part

SECTIONS: Final[dict[str, Callable[[], None]]] = {"People": roll, "Audit log": audit}


def draw() -> None:
    """Draw who may sign in, and what is on record, to administrators; a word to others."""
    page_head(PAGE.title, PAGE.question, even_empty=True)
    if not may_manage():
        st.info("Who signs in, and the audit log, are for administrators.", icon=":material/lock:")
        return
    tabs = st.tabs(list(SECTIONS), key="people-section", on_change="rerun")
    for tab, section in zip(tabs, SECTIONS.values(), strict=True):
        if tab.open:
            with tab, part("This section"):
                section()


PAGE = Page(slug="people", title="People", question="Who may see what, and who did what?", section="Data", draw=draw)
