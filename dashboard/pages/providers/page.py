"""Who cares for our children, at what price, how well?"""

import streamlit as st

from dashboard.filters.parameters import PROVIDER_PAGE
from dashboard.filters.selection import Selection
from dashboard.insights.missing_files import lack_of
from dashboard.markdown import plain
from dashboard.page import Page
from dashboard.pages.providers import insights, offers
from dashboard.pages.providers.every_provider import every_provider
from dashboard.pages.providers.own_page import own_page
from dashboard.panels.missing_files import notice
from dashboard.panels.page_header import page_head

EVERY = "Every provider"


def draw() -> None:
    """Draw every provider, some side by side, or one provider's own page."""
    selection = page_head(PAGE.title, PAGE.question)
    if not offers.may_name():
        st.info(plain(insights.WITHHELD), icon=":material/visibility_off:")
        return
    if not offers.names():
        _nobody(selection)
        return
    name = _open_provider(selection)
    if name is None:
        every_provider(selection)
    else:
        own_page(name, selection)


def _nobody(selection: Selection) -> None:
    """Say that no provider is known yet, and what to upload."""
    lack = lack_of("children_looked_after", selection, by=("provider",))
    if lack:
        notice(lack)
    else:
        st.info(plain(insights.NAMELESS), icon=":material/search_off:")


def _open_provider(selection: Selection) -> str | None:
    """Give the provider whose own page is open: the one picked, or the only one filtered for."""
    names = [EVERY, *offers.names()]
    picked = st.selectbox(plain(PROVIDER_PAGE.label), names, key=PROVIDER_PAGE.key, bind="query-params")
    only = dict(selection.kept).get("provider", ())
    return picked if picked != EVERY else only[0] if len(only) == 1 else None


PAGE = Page(
    slug="providers",
    title="Providers",
    question="Who cares for our children, at what price, how well?",
    section="Money",
    draw=draw,
)
