"""An empty view says which filter emptied it, and offers to remove it."""

import streamlit as st

from dashboard.data.empty_result import empty_because
from dashboard.figure import Nothing
from dashboard.filters.fields import BY_KEY
from dashboard.filters.selection import Selection
from dashboard.insights.missing_files import lack_of
from dashboard.markdown import plain
from dashboard.panels.chips import clear, remove
from dashboard.panels.missing_files import notice


def draw_nothing(nothing: Nothing) -> None:
    """Draw that a measure has nothing to show, and why, in the place of its figure or of a whole page."""
    if nothing.title:
        st.header(plain(nothing.title), anchor=False)
    empty(nothing.metric.slug, nothing.selection)


def empty(slug: str, chosen: Selection, place: str = "") -> None:
    """Say why there is nothing to show; `place` tells two empty views of one measure apart."""
    if lack := lack_of(slug, chosen):
        notice(lack)
        return
    blamed = empty_because(slug, chosen)
    if not chosen.kept:
        st.info(plain(f"Nothing is loaded for {chosen.name} in this period."), icon=":material/search_off:")
        return
    if not blamed:
        st.info("These filters together leave nothing to show.", icon=":material/filter_alt_off:")
        st.button("Clear all filters", key=f"empty-clear-{slug}-{place}", on_click=clear)
    for key in blamed:
        words = dict(chosen.kept)[key]
        label = BY_KEY[key].label
        told = f"Nothing to show with {label.lower()} {' or '.join(words)}."
        st.info(plain(told), icon=":material/filter_alt_off:")
        st.button(
            plain(f"Remove {label.lower()}"), key=f"empty-{slug}-{key}-{place}", on_click=_remove_all, args=(key, words)
        )


def _remove_all(key: str, words: tuple[str, ...]) -> None:
    for word in words:
        remove(key, word)
