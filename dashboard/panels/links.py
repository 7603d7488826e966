"""Links from one page to another that keep what the reader has chosen."""

from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import Page

from dashboard.markdown import plain

PAGES: Final = "pages"
"""Where the pages of this run are kept, by title."""


def keep(sections: Mapping[str, Sequence[Page]]) -> None:
    """Remember the navigation's pages for links."""
    st.session_state[PAGES] = {page.title: page for pages in sections.values() for page in pages}


def link(title: str, words: str, *, tip: str | None = None, **changed: str) -> None:
    """Draw a link to the page of a title (`Out of area`), with the filters of the URL and those that are changed.

    `tip` is shown on pointing at it. Words on screen only go into a URL, never a child's identifier.
    """
    st.page_link(
        st.session_state[PAGES][title],
        label=words,
        help=None if tip is None else plain(tip),
        query_params=_new(changed),
    )


def address(title: str, **changed: str) -> str:
    """Give the address of the page of a title with some filters changed, for a link inside a table."""
    return f"{st.session_state[PAGES][title].url_path or '.'}?{urlencode(_with(changed))}"


def _with(changed: Mapping[str, str]) -> list[tuple[str, str]]:
    return [*((key, value) for key, value in _everything() if key not in changed), *changed.items()]


def _new(changed: Mapping[str, str]) -> list[tuple[str, str]]:
    """What the URL does not hold yet: Streamlit carries the rest from page to page, and would put it there twice."""
    return [(key, value) for key, value in changed.items() if st.query_params.get_all(key) != [value]]


def _everything() -> list[tuple[str, str]]:
    """The URL's parameters, repeated ones too."""
    return [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
