"""A part of a page: a fault in it costs that part, with a sentence in its place, and never the page.

Everything that a page draws or works out goes through here. That the database does not answer is no fault of a part:
`outage` says so for the whole page.
"""

from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from typing import Final, TypeVar

import streamlit as st

from dashboard.faults import is_fault, report, tried
from dashboard.markdown import plain
from dashboard.panels import event_stage

WENT_WRONG: Final = "cannot be shown: something went wrong on our side"
"""The words by which a person, and a test, knows that a part is not there."""

Key = TypeVar("Key")
Told = TypeVar("Told")


@contextmanager
def part(name: str) -> Generator[None]:
    """Draw one part of a page; `name` says in our own words what it is, as a sentence would begin.

    Also decorates a function that draws one.
    """
    try:
        yield
    except BaseException as problem:
        if not is_fault(problem):
            raise
        _say(name, report(name, problem))


def worked_out(name: str, ask: Callable[[], Told], otherwise: Told) -> Told:
    """Give what is worked out for several parts of a page; where that fails, say so and give something else."""
    with part(name):
        return ask()
    return otherwise


def each(names: Mapping[Key, str], ask: Callable[[Key], Told]) -> dict[Key, Told]:
    """Give what is worked out for each of several figures, by their names; of those that fail, say so by name."""
    found = dict[Key, Told]()
    for key, name in names.items():
        with part(name):
            found[key] = ask(key)
    return found


def words(name: str, ask: Callable[[], str]) -> str:
    """Give a sentence that stands in several parts of a page; where it fails, one that says so."""
    return tried(name, ask, lambda number: sentence(name, number))


def quietly(name: str, ask: Callable[[], Told], otherwise: Told) -> Told:
    """Give what decides how a page is drawn; where it fails, something else with which each part speaks for itself."""
    return tried(name, ask, lambda _: otherwise)


def sentence(name: str, number: str) -> str:
    """Say what cannot be shown, and what a person can do."""
    return (
        f"{name} {WENT_WRONG}. Nothing is lost. If it stays so, give whoever runs the dashboard this number: {number}."
    )


def _say(name: str, number: str) -> None:
    if event_stage.is_set():
        event_stage.miss(name)
    else:
        st.error(plain(sentence(name, number)), icon=":material/error:")
