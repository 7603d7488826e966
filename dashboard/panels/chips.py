"""What is set, as chips under the page's title: each can be removed, one link clears all."""

import streamlit as st

from dashboard.filters.fields import BY_KEY, COMPARE, CONSORTIUM_ONLY, EVERY, FIELDS, FOCUS, OF_PAGES, SINCE, UNTIL
from dashboard.filters.selection import Selection
from dashboard.markdown import plain
from dashboard.panels.sidebar import default_months


def chips(chosen: Selection) -> None:
    """Draw a chip for the focus and each filter value that is set, and the link that clears all."""
    set_now = set_filters(chosen)
    if not set_now:
        return
    with st.container(horizontal=True, gap="xsmall", key="chips"):
        for key, label, words in set_now:
            st.button(
                plain(f"{label}: {words}"),
                key=f"chip-{key}-{words}",
                icon=":material/close:",
                icon_position="right",
                help=plain(f"Remove {label.lower()} {words}"),
                on_click=remove,
                args=(key, words),
            )
        st.button("Clear all filters", key="chip-clear", type="tertiary", on_click=clear)


def set_filters(chosen: Selection) -> list[tuple[str, str, str]]:
    """List what is set: key, label, words."""
    focus = [(FOCUS, "Borough", chosen.focus)] if chosen.focus else []
    return focus + [(key, BY_KEY[key].label, word) for key, words in chosen.kept for word in words]


def remove(key: str, words: str) -> None:
    """Take one value off a filter. For a button's callback: widgets may not be set later in a run."""
    if key == FOCUS:
        st.session_state[FOCUS] = CONSORTIUM_ONLY
    elif key in [field.key for field in OF_PAGES]:
        st.session_state[key] = EVERY
    else:
        st.session_state[key] = [word for word in st.session_state.get(key, []) if word != words]


def add(key: str, words: str) -> None:
    """Put one value on a filter, or make it the focus; the value that is there already is taken off."""
    if key == FOCUS:
        st.session_state[FOCUS] = CONSORTIUM_ONLY if st.session_state.get(FOCUS) == words else words
        return
    now = list(st.session_state.get(key, []))
    st.session_state[key] = [word for word in now if word != words] if words in now else [*now, words]


def clear() -> None:
    """Clear every filter and the period; the release stays. Setting, not deleting: else the URL gives them back."""
    st.session_state[FOCUS] = CONSORTIUM_ONLY
    st.session_state[SINCE], st.session_state[UNTIL] = default_months()
    for key in (COMPARE, *(field.key for field in FIELDS)):
        st.session_state[key] = []
