"""Rulings on names: whose, by whom, when; each can be taken back."""

from functools import partial
from html import escape
from typing import Final

import streamlit as st

from dashboard.markdown import plain
from dashboard.pages.data import provider_names_data as provider_names
from dashboard.pages.data.provider_names import done
from dashboard.pages.data.provider_names_data import Ruled
from dashboard.panels.page_part import part

A_PAGE: Final = 10


@part("Names ruled on")
def rulings() -> None:
    """Draw the rulings in force, the newest first."""
    held = provider_names.ruled()
    if not held:
        return
    st.header(f"{len(held):,} name{'s are' if len(held) != 1 else ' is'} ruled on", anchor=False)
    pages = -(-len(held) // A_PAGE)
    page = st.pagination(pages, key="rulings-page") if pages > 1 else 1
    for at, each in enumerate(held[(page - 1) * A_PAGE : page * A_PAGE]):
        _entry(each, at)


def _entry(each: Ruled, at: int) -> None:
    told = f"is {each.provider}" if each.provider else "is nobody in the register"
    with st.container(border=True, key=f"ruled-{at}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f"<strong>{escape(each.name)}</strong> {escape(told)}")
            if provider_names.may_rule():
                st.button(
                    "Take back",
                    key=f"take-back-{at}",
                    type="tertiary",
                    icon=":material/undo:",
                    help=plain(f"Take the ruling on {each.name} back"),
                    on_click=done,
                    args=(partial(provider_names.take_back, each.name),),
                )
        st.html(f'<p class="pcd-line">{escape(each.who)}, {each.at:%-d %B %Y, %H:%M}</p>')
