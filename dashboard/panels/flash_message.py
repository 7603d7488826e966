"""What was just done, or why it could not be, said once more after the page has run again."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final

import streamlit as st

from dashboard.faults import is_fault, report
from dashboard.markdown import plain
from store.errors import StoreError

TOLD: Final = "holdings-told"
"""Session key."""


def tell(place: str = TOLD) -> None:
    """Say it, once; `place` tells apart where on the page it is said."""
    kind, sentence = st.session_state.pop(place, ("", ""))
    if kind == "done":
        st.success(plain(sentence))
    elif kind == "failed":
        st.error(plain(sentence))


@contextmanager
def tell_of(place: str = TOLD) -> Generator[Callable[[str], None]]:
    """Give what keeps a sentence for `tell`; where what is done inside is refused, the reason is kept instead."""

    def done(sentence: str) -> None:
        st.session_state[place] = ("done", sentence)

    try:
        yield done
    except (StoreError, PermissionError) as problem:
        st.session_state[place] = ("failed", str(problem))
    except BaseException as problem:
        if not is_fault(problem):
            raise
        st.session_state[place] = ("failed", not_done(report("What was asked for", problem)))


def not_done(number: str) -> str:
    """Say that what was asked for went wrong, and what a person can do."""
    return (
        "Something went wrong on our side. Look whether it was done before you try again, and tell whoever runs the "
        f"dashboard: fault {number}."
    )
