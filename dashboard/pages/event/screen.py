"""One figure on the whole screen, its source, the banner; forward and back by keys, buttons or a clock."""

import time
from html import escape
from typing import Final

import streamlit as st

from dashboard.charts.number_format import day
from dashboard.data import data_source
from dashboard.markdown import plain
from dashboard.pages.event.choices import restore
from dashboard.pages.event.mode import TITLE
from dashboard.pages.event.screens import Screen
from dashboard.pages.event.sequence import Run, place_of
from dashboard.panels.page_part import part

STARTED: Final = "event-started"
SCREENS: Final = "event-screens"
SECONDS: Final = "event-seconds"
PLACE: Final = "event-at"
TURNED: Final = "event-turned"
"""Session keys: whether it is on, the run, the pause (zero: by hand), where it is, when it was last turned."""

CHOSEN: Final = "event-chosen"
"""Session key: what the address held of the choices when the run began."""

AT: Final = "screen"
"""URL parameter: the screen that is open, from 1, for a reload."""

BANNER: Final = "Figures protected for sharing"


def screen() -> None:
    """Show the screen that is open."""
    run: list[Screen] = st.session_state[SCREENS]
    restore(st.session_state[CHOSEN])
    place = _place(len(run))
    shown = run[place.at]
    with st.container(key="screen", gap="xsmall"):
        _banner(shown, place)
        st.title(plain(shown.title), anchor=False)
        st.caption(plain(_source(shown)))
        with part("This figure"):
            shown.draw()
    _foot(place)
    if st.session_state.get(SECONDS):
        _clock(int(st.session_state[SECONDS]), len(run))


def _place(length: int) -> Run:
    """Where the run is: as turned to, or in a new session as the address says; the address keeps up."""
    if PLACE not in st.session_state:
        st.session_state[PLACE] = place_of(st.query_params.get(AT), length)
    place = Run(length).to(st.session_state[PLACE])
    if st.query_params.get(AT) != str(place.at + 1):
        st.query_params[AT] = str(place.at + 1)
    return place


def turn(by: int, length: int) -> None:
    """Go forward, or back by less than zero. For a button's callback."""
    st.session_state[PLACE] = Run(length).to(st.session_state.get(PLACE, 0)).turned(by).at
    st.session_state[TURNED] = time.monotonic()


def _banner(shown: Screen, place: Run) -> None:
    fictional = "Fictional data. " if data_source.is_fictional() else ""
    heard = f'<p class="pcd-heard" role="status">{TITLE}, screen {place.words}: {escape(shown.title)}</p>'
    right = f"{fictional}{escape(shown.page)}, data to {day(data_source.data_date())}"
    st.html(f'<div class="pcd-banner"><strong>{BANNER}</strong><span>{right}</span></div>{heard}')


def _source(shown: Screen) -> str:
    return " ".join([shown.about, *(f"{words}." for words in shown.legend)])


def _foot(place: Run) -> None:
    with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", key="foot"):
        st.markdown(plain(place.words))
        st.button("Stop", key="event-stop", shortcut="Escape", on_click=stop, type="tertiary")
        _button("Back", "Left", -1, place, is_off=place.is_first)
        _button("Forward", "Right", 1, place, is_off=place.is_last)
    with st.container(key="more"):  # what presenters' clickers send
        _button("Page back", "PageUp", -1, place, is_off=place.is_first)
        _button("Page forward", "PageDown", 1, place, is_off=place.is_last)


def stop() -> None:
    """Go back to the choice of figures; the release stays as it is. For a button's callback."""
    for key in (STARTED, PLACE):
        st.session_state.pop(key, None)
    st.query_params.pop(AT, None)


def _button(label: str, key: str, by: int, place: Run, *, is_off: bool) -> None:
    st.button(
        plain(label),
        key=f"event-{key}",
        shortcut=key,
        on_click=turn,
        args=(by, place.length),
        disabled=is_off,
        type="tertiary",
    )


def _clock(seconds: int, length: int) -> None:
    """Turn to the next screen once this one has stood long enough; at the end, begin again."""

    @st.fragment(run_every=1)
    def tick() -> None:
        since = st.session_state.setdefault(TURNED, time.monotonic())
        if time.monotonic() - since >= seconds:
            is_last = st.session_state.get(PLACE, 0) >= length - 1
            turn(-length if is_last else 1, length)
            st.rerun()

    tick()
