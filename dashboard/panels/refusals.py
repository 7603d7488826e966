"""What an address or a widget asked for that the reader may not see: left aside elsewhere, put on record here."""

from typing import Final

import streamlit as st

from dashboard.auth.current_user import NAMES, RELEASE, granted, put_on_record, put_refusal_on_record, scope
from dashboard.data.data_source import loaded_boroughs, version
from dashboard.faults import tried
from loaders.authorities import authorities

PLACES: Final = ("borough", "compare")
"""Widget keys and URL parameters that name boroughs."""

SEEN: Final = "release-seen"
"""Session key: the release of the run before."""


def note_what_was_asked() -> None:
    """Put on record a borough or a release that was asked for in vain, and every change of release."""
    for name in _given(RELEASE):
        wanted = NAMES.get(str(name))
        if wanted is not None and granted().release.lowered_to(wanted) is not wanted:
            _refused("a release that shows more than they may see", str(name))
    _note_change()
    asked = {str(value) for place in PLACES for value in _given(place)}
    for borough in sorted(asked & _known()):
        if not scope().names(borough):
            _refused("a borough that is not their own", borough)


def _known() -> set[str]:
    """Every borough that can be asked for: any authority, where it cannot be told which are loaded."""
    everyone = {each.name for each in authorities()}
    return tried("What was asked for", lambda: set(loaded_boroughs(version())), lambda _: everyone)


def _given(place: str) -> list[object]:
    held = st.session_state.get(place)
    values = held if isinstance(held, list) else [held]
    return [*st.query_params.get_all(place), *(value for value in values if value is not None)]


def _refused(why: str, what: str) -> None:
    put_refusal_on_record("refused", scope().who, {"why": why, "asked for": what})


def _note_change() -> None:
    now, before = scope().release.value, st.session_state.get(SEEN)
    if before is not None and before != now:
        put_on_record("release changed", {"from": before, "to": now})
    st.session_state[SEEN] = now
