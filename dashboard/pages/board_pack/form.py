"""What a pack is to hold: themes and boroughs here, the borough in focus, period and filters in the sidebar."""

from typing import Final

import streamlit as st

from dashboard.auth.current_user import scope
from dashboard.charts.number_format import day
from dashboard.data import saved_views
from dashboard.data.downloads import may_take
from dashboard.exports.pack.settings import PackError, Settings, settings_of
from dashboard.filters.parameters import PACK_ROWS, PACK_THEMES, THEMES
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.panels.page_part import part
from dashboard.panels.saved_views import linked

HEADINGS: Final = {theme.heading: theme for theme in THEMES}


def may_make() -> bool:
    """Say whether the reader may make packs, and on the page why not."""
    if not may_take():
        st.info("The event release gives no files. Choose the board release to make a pack.", icon=":material/lock:")
    return may_take()


@part("Saved views")
def _views() -> None:
    """Offer the reader's saved views as what the pack is made of."""
    if mine := saved_views.mine():
        with st.popover("Start from a saved view", icon=":material/bookmark:"):
            linked((view.title, f"pack?{saved_views.publishable(saved_views.pairs_of(view.query))}") for view in mine)


def choose(chosen: Selection) -> Settings | None:
    """Ask for themes and boroughs; None, with a word on the page, where nothing is left to make a pack of."""
    st.header("What it holds", anchor=False)
    about = f"About {chosen.name}, {day(chosen.start)} to {day(chosen.end)}."
    st.caption(
        plain(f"{about} Borough, period and filters are chosen in the sidebar; a link to this page keeps them all.")
    )
    _views()
    themes = st.multiselect(
        plain(PACK_THEMES.label),
        list(HEADINGS),
        default=list(HEADINGS),
        key=PACK_THEMES.key,
        bind="query-params",
        select_all=True,
    )
    boroughs = st.multiselect(
        plain(PACK_ROWS.label), chosen.boroughs, key=PACK_ROWS.key, bind="query-params", placeholder="Every borough"
    )
    picked = [HEADINGS[name] for name in themes]
    try:
        return settings_of(chosen, picked, boroughs, scope().who)
    except PackError:
        st.info("Choose a theme to make a pack of.", icon=":material/info:")
        return None
