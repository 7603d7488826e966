"""Links from one page to another that keep what the reader has chosen."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st
from streamlit.navigation.page import Page

PAGES: Final = "pages"
"""Where the pages of this run are kept, by title."""


def keep(sections: Mapping[str, Sequence[Page]]) -> None:
    """Remember the navigation's pages for links."""
    st.session_state[PAGES] = {page.title: page for pages in sections.values() for page in pages}


def link(title: str, words: str) -> None:
    """Draw a link to the page of a title (`Out of area`), with the filters of the URL."""
    st.page_link(st.session_state[PAGES][title], label=words, query_params=_everything())


def _everything() -> list[tuple[str, str]]:
    """The URL's parameters, repeated ones too."""
    return [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
