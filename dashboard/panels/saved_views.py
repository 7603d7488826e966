"""Saved views in the sidebar: open one, save what is shown, share it by its address, rename it, remove it."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import urljoin

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.data import saved_views
from dashboard.panels.flash_message import tell, tell_of
from dashboard.panels.page_part import part
from store.free_text import SHORT
from store.views import Saved

TOLD = "view-told"
NAME, WHICH, RENAMED = "view-name", "view-which", "view-renamed"

LOOK = 'target="_self" style="color:inherit"'

Pages = Mapping[str, Page]


@part("Saved views")
def views(sections: Mapping[str, Sequence[Page]], open_page: Page) -> None:
    """Draw the reader's own views, and what saves the page that is open."""
    pages = {page.title: page for held in sections.values() for page in held}
    opened = st.expander("Saved views", icon=":material/bookmark:", key="saved-views", on_change="rerun")
    if not opened.open:
        return
    with opened:
        tell(TOLD)
        mine = [view for view in saved_views.mine() if view.page in pages]
        _list(mine, pages)
        with st.form("view-save", border=False):
            st.text_input("Name for this page and its filters", max_chars=SHORT, key=NAME)
            st.form_submit_button("Save this view", key="view-keep", on_click=_save, args=(open_page.title,))
        if mine:
            _change(mine, pages)


def _list(mine: list[Saved], pages: Pages) -> None:
    """Links that load the page again: what is chosen now would else stay beside what the view chooses."""
    if not mine:
        st.caption("None yet. A view keeps a page and its filters; without months it moves on with the data.")
        return
    linked((view.title, _address(view, pages)) for view in mine)


def linked(addresses: Iterable[tuple[str, str]]) -> None:
    """Draw a list of names and the addresses that they open."""
    items = (f'<li><a href="{escape(address)}" {LOOK}>{escape(name)}</a></li>' for name, address in addresses)
    st.html(f'<ul style="margin:0;padding-left:1.1rem;overflow-wrap:anywhere">{"".join(items)}</ul>')


def _address(view: Saved, pages: Pages) -> str:
    """The address beside the page that is open, with what the reader may still choose of what was kept."""
    return f"{pages[view.page].url_path or '.'}?{saved_views.publishable(saved_views.pairs_of(view.query))}"


def _change(mine: list[Saved], pages: Pages) -> None:
    named = {view.title: view for view in mine}
    view = named[st.selectbox("Share, rename or remove", list(named), key=WHICH)]
    st.caption("Its address, to share: who opens it sees what they may see.")
    st.code(urljoin(st.context.url or "", _address(view, pages)), language=None, wrap_lines=True)
    with st.form(f"view-{view.number}", border=False):
        st.text_input("New name", view.title, max_chars=SHORT, key=f"{RENAMED}-{view.number}")
        with st.container(horizontal=True, gap="xsmall"):
            args = (view.number,)
            st.form_submit_button("Rename", key=f"view-rename-{view.number}", on_click=_rename, args=args)
            st.form_submit_button("Remove", key=f"view-remove-{view.number}", on_click=_remove, args=args)


def _save(page: str) -> None:
    pairs = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    with tell_of(TOLD) as told:
        saved_views.save(str(st.session_state.get(NAME) or ""), page, pairs)
        told("The view is saved.")
        st.session_state[NAME] = ""


def _rename(number: int) -> None:
    with tell_of(TOLD) as told:
        saved_views.rename(number, str(st.session_state.get(f"{RENAMED}-{number}") or ""))
        told("The view is renamed.")


def _remove(number: int) -> None:
    with tell_of(TOLD) as told:
        saved_views.remove(number)
        told("The view is removed.")
