"""The stage: where pages, instead of drawing their figures, hand them over to be shown one at a time.

The same pages make the figures of event mode: what is shown to a room cannot differ from what the page shows.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.data.suppression_counts import Shown, of_words


@dataclass(frozen=True, kw_only=True)
class Screen(Shown):
    """One figure for a screen of its own: `key` tells it from others, `draw` draws it, `legend` explains its marks.

    `is_fine` says that its words are too small for the back of a room.
    """

    key: str
    draw: Callable[[], object]
    legend: tuple[str, ...] = ()
    is_fine: bool = False


_STAGE: Final[ContextVar[list[Screen] | None]] = ContextVar("stage", default=None)
_MISSED: Final[ContextVar[list[str] | None]] = ContextVar("missed", default=None)


def is_set() -> bool:
    """Say whether figures are to be handed over rather than drawn."""
    return _STAGE.get() is not None


def put(screen: Screen) -> None:
    """Hand a figure over."""
    screens = _STAGE.get()
    assert screens is not None, "Nobody takes figures over now."
    screens.append(screen)


def miss(name: str) -> None:
    """Say that a figure could not be made, so that nobody takes the run for whole."""
    missed = _MISSED.get()
    assert missed is not None, "Nobody takes figures over now."
    missed.append(name)


@contextmanager
def _collecting() -> Generator[tuple[list[Screen], list[str]]]:
    """Let nothing reach the browser meanwhile: a container that is nowhere swallows it."""
    screens, missed = list[Screen](), list[str]()
    staged, missing = _STAGE.set(screens), _MISSED.set(missed)
    try:
        with DeltaGenerator(root_container=None):
            yield screens, missed
    finally:
        _STAGE.reset(staged)
        _MISSED.reset(missing)


def screens_of(title: str, render: Callable[[], None]) -> tuple[list[Screen], list[str]]:
    """Give the figures of a page, none of them drawn, and the names of what could not be made."""
    with _collecting() as (screens, missed):
        render()
    named = [f"{title}: {name[:1].lower()}{name[1:]}" for name in missed]
    return [replace(screen, key=f"{title}: {screen.key}", page=title) for screen in screens], named


def table(key: str, title: str, about: str, page: str, words: tuple[str, ...], legend: tuple[str, ...] = ()) -> Screen:
    """Make a screen of a table that is HTML already; `words` are its cells."""
    draw = partial(st.html, page)
    return Screen(key=key, title=title, about=about, cells=of_words(words), draw=draw, legend=legend, words=words)


def answered(key: str, options: Sequence[str]) -> str:
    """Give the answer to what a page asks for itself: the address's, or the first where it holds none of them."""
    given = st.query_params.get(key)
    return given if given is not None and given in options else options[0]
