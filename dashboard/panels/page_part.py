"""A part of a page: a fault in it costs that part, with a sentence in its place, and never the page.

Everything that a page draws or works out goes through here. That the database does not answer is no fault of a part:
`outage` says so for the whole page.
"""

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from typing import TypeVar

import streamlit as st

from dashboard.faults import Fault, is_fault, report
from dashboard.markdown import plain

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
        say([Fault(name, report(name, problem))])


def worked_out(name: str, ask: Callable[[], Told], otherwise: Told) -> Told:
    """Give what is worked out for several parts of a page; where that fails, say so and give something else."""
    with part(name):
        return ask()
    return otherwise


def say(faults: Iterable[Fault]) -> None:
    """Say in the place of each part what cannot be shown."""
    for fault in faults:
        st.error(plain(fault.words), icon=":material/error:")
