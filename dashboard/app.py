"""The app: page settings, the navigation, and the page that is open."""

import sys
from functools import partial
from pathlib import Path

# `streamlit run dashboard/app.py` puts only dashboard/ on the path; a rerun must not add the root again
sys.path.extend(root for root in [str(Path(__file__).resolve().parent.parent)] if root not in sys.path)

import streamlit as st

from dashboard.charts import garbage_collection
from dashboard.page import Page
from dashboard.pages.event import mode
from dashboard.pages.registry import EVENT, FOR_ADMINISTRATORS, PAGES
from dashboard.panels import links, login_page, outage, saved_views
from dashboard.panels.css import style
from dashboard.panels.figure_page import draw_page
from dashboard.panels.page_part import part
from dashboard.panels.sidebar import filters
from dashboard.server.page_queue import TURNS

NAME = "Placement Commissioning Dashboard"
ICON = Path(__file__).parent / "static" / "icon.svg"


def in_menu(page: Page) -> st.Page:
    """Give a page as the navigation takes it."""
    is_first = page is PAGES[0]
    return st.Page(partial(draw_page, page), title=page.title, url_path=page.slug, default=is_first)


garbage_collection.once()
st.set_page_config(NAME, str(ICON), layout="wide", initial_sidebar_state="auto")
sections = {name: [in_menu(page) for page in PAGES if page.section == name] for name in {p.section: 0 for p in PAGES}}
with TURNS.taken(), outage.outage_message():
    style()
    with outage.page_kept(sections):
        who = login_page.enter()
    if who.may_manage():
        for page in FOR_ADMINISTRATORS:
            sections[page.section].append(in_menu(page))
    if mode.is_on():
        open_page = st.navigation(mode.everywhere(sections, partial(draw_page, EVENT)), position="hidden")
    else:
        open_page = st.navigation(sections, position="top")
        links.keep(sections)
        mode.opener(open_page)
        with st.sidebar:
            filters()
            saved_views.views(sections, open_page)
            mode.switch()
            login_page.way_out()
    login_page.watch()
    with part("The rest of this page"):
        open_page.run()
