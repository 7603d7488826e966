"""The app: page settings, the navigation, and the page that is open."""

import sys
from pathlib import Path

# `streamlit run dashboard/app.py` puts only dashboard/ on the path; a rerun must not add the root again
sys.path.extend(root for root in [str(Path(__file__).resolve().parent.parent)] if root not in sys.path)

import streamlit as st

from dashboard.charts import garbage_collection
from dashboard.pages import (
    compare,
    cost,
    curve,
    data,
    definitions,
    event,
    missing,
    needs,
    out_of_area,
    overview,
    pack,
    people,
    placement_mix,
    providers,
)
from dashboard.panels import event as protected
from dashboard.panels import links, login_page, outage, saved_views
from dashboard.panels.css import style
from dashboard.panels.filters import filters
from dashboard.panels.page_part import part
from dashboard.server.page_queue import TURNS

NAME = "Placement Commissioning Dashboard"
ICON = Path(__file__).parent / "static" / "icon.svg"

garbage_collection.once()
st.set_page_config(NAME, str(ICON), layout="wide", initial_sidebar_state="auto")
sections = {
    "": [
        st.Page(overview.render, title="Overview", url_path="overview", default=True),
        st.Page(compare.render, title="Compare", url_path="compare"),
        st.Page(curve.render, title="Turning the curve", url_path="curve"),
        st.Page(pack.render, title="Board pack", url_path="pack"),
    ],
    "Children": [
        st.Page(placement_mix.render, title="Placement mix", url_path="placement-mix"),
        st.Page(out_of_area.render, title="Out of area", url_path="out-of-area"),
        st.Page(needs.render, title="Needs profiles", url_path="needs"),
        st.Page(missing.render, title="Missing from home", url_path="missing"),
    ],
    "Money": [
        st.Page(cost.render, title="Cost", url_path="cost"),
        st.Page(providers.render, title="Providers", url_path="providers"),
    ],
    "Data": [
        st.Page(data.render, title="Data", url_path="data"),
        st.Page(definitions.render, title="Definitions", url_path="definitions"),
        st.Page(event.render, title="Event mode", url_path="event"),
    ],
}
with TURNS.taken(), outage.outage_message():
    style()
    with outage.page_kept(sections):
        who = login_page.enter()
    if who.may_manage():
        sections["Data"].append(st.Page(people.render, title="People", url_path="people"))
    if protected.is_on():
        open_page = st.navigation(protected.everywhere(sections, event.render), position="hidden")
    else:
        open_page = st.navigation(sections, position="top")
        links.keep(sections)
        protected.opener(open_page)
        with st.sidebar:
            filters()
            saved_views.views(sections, open_page)
            protected.switch()
            login_page.way_out()
    login_page.watch()
    with part("The rest of this page"):
        open_page.run()
