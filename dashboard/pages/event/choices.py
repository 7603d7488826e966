"""What the presenter chooses before an event: pages, figures, the pause between screens; where it stands in a link."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from dashboard.filters.fields import FOCUS, UNTIL
from dashboard.filters.parameters import EVENT_PAGES, EVENT_PAUSE, MEASURE
from dashboard.markdown import plain
from dashboard.pages.event.mode import ON, PARAMETER
from dashboard.pages.event.screens import Screen
from dashboard.panels.sidebar import only_publishable

FIRST: Final = ("Overview", "Placement mix", "Out of area", "Cost")
"""The pages of a run until the presenter chooses."""

CARRIED: Final = (FOCUS, UNTIL, MEASURE.key, EVENT_PAGES.key, EVENT_PAUSE.key)
"""What a link to an event carries."""


def event_filters() -> None:
    """Ask for the borough and the period, where no sidebar does."""
    with st.container(horizontal=True, key="event-filters"):
        only_publishable()


def pages_of(titles: list[str]) -> list[str]:
    """Ask for the pages of the run; those first that are first in the navigation."""
    picked = st.pills(
        plain(EVENT_PAGES.label),
        titles,
        selection_mode="multi",
        default=[title for title in titles if title in FIRST],
        key=EVENT_PAGES.key,
        bind="query-params",
    )
    return [title for title in titles if title in picked]


def every(found: Sequence[Screen]) -> set[str]:
    """Ask for the figures of the run, and give the keys of those left out: at first the wholly hidden and the small."""
    left_out: set[str] = set()
    with st.expander("Choose single figures"):
        for one in found:
            is_bare = one.cells.all > 0 and one.cells.shown == 0
            if not st.checkbox(
                plain(_label(one, is_bare)),
                value=not (is_bare or one.is_fine),
                key=f"event-figure-{one.key}",
                disabled=is_bare,
            ):
                left_out.add(one.key)
    return left_out


def _label(one: Screen, is_bare: bool) -> str:
    why = " (all of it hidden)" if is_bare else " (small type)" if one.is_fine else ""
    return f"{one.page}: {one.title}{why}"


def seconds() -> int:
    """Ask for the pause between screens, in seconds; zero is by hand."""
    pauses = list(EVENT_PAUSE.own_options)
    words = st.selectbox(plain(EVENT_PAUSE.label), pauses, key=EVENT_PAUSE.key, bind="query-params", width=240)
    return int(EVENT_PAUSE.meaning(words))


def link() -> None:
    """Give the link that begins event mode with what is chosen."""
    held = [(key, value) for key, values in carried().items() for value in values]
    here = st.context.url.partition("?")[0] if st.context.url else "event"
    st.caption("This link starts event mode as soon as it is opened, with the pages and filters chosen here:")
    st.code(f"{here}?{urlencode([(PARAMETER, ON), *held])}", language=None, wrap_lines=True)


def carried() -> dict[str, list[str]]:
    """Give what the address holds of the choices."""
    return {key: found for key in CARRIED if (found := st.query_params.get_all(key))}


def restore(held: dict[str, list[str]]) -> None:
    """Put choices back into the address, from which they go with the widgets that asked: a reload needs them."""
    for key, values in held.items():
        if st.query_params.get_all(key) != values:
            st.query_params[key] = values
