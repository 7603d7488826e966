"""Faults of ours, for whoever runs the dashboard: the log says which kind and where in the code, and nothing else.

The message of an error is left out: it may hold a value from somebody's file.
"""

import logging
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, TypeVar

from store.errors import StoreError

Key = TypeVar("Key")
Told = TypeVar("Told")

LOG: Final = logging.getLogger("placements.faults")
NUMBER: Final = 8
"""Letters of the number by which a sentence on a page is found in the log."""


WENT_WRONG: Final = "cannot be shown: something went wrong on our side"
"""The words by which a person, and a test, knows that a part is not there."""


@dataclass(frozen=True)
class Fault:
    """A fault that was reported: what failed, in our own words, and its number in the log."""

    name: str
    number: str

    @property
    def words(self) -> str:
        """What cannot be shown, and what a person can do."""
        return (
            f"{self.name} {WENT_WRONG}. Nothing is lost. If it stays so, give whoever runs the dashboard this number: "
            f"{self.number}."
        )


def is_fault(problem: BaseException) -> bool:
    """Say whether something went wrong in our own code.

    That the database does not answer is none, nor is how Streamlit ends a run. A panic of a library written in Rust is
    no `Exception`, and has no importable name.
    """
    is_error = isinstance(problem, Exception) or type(problem).__name__ == "PanicException"
    return is_error and not isinstance(problem, StoreError)


def report(what: str, fault: BaseException) -> str:
    """Log where a fault came from, its causes first, and give the number that it has there: one a place in the code.

    `what` says in our own words what failed: never a name or a value from a file.
    """
    told, number = list(_told(fault)), sha256("\n".join(_origin(fault)).encode()).hexdigest()[:NUMBER]
    LOG.error("\n".join([f"Fault {number}: {what}", *told]), extra={"told": {"fault": number}})
    return number


def tried(what: str, ask: Callable[[], Told], failed: Callable[[str], Told]) -> Told:
    """Give what is asked for; where that fails, report it and give what `failed` makes of its number."""
    try:
        return ask()
    except BaseException as problem:
        if not is_fault(problem):
            raise
        return failed(report(what, problem))


def quietly(name: str, ask: Callable[[], Told], otherwise: Told) -> Told:
    """Give what decides how a page is drawn; where it fails, something else with which each part speaks for itself."""
    return tried(name, ask, lambda _: otherwise)


def in_words(name: str, ask: Callable[[], str]) -> str:
    """Give a sentence that stands in several parts of a page; where it fails, one that says so."""
    return tried(name, ask, lambda number: Fault(name, number).words)


def tried_each(names: Mapping[Key, str], ask: Callable[[Key], Told]) -> tuple[dict[Key, Told], tuple[Fault, ...]]:
    """Give what is worked out for each of several, by their names, and the faults of those that fail."""
    found, faults = dict[Key, Told](), list[Fault]()
    for key, name in names.items():
        try:
            found[key] = ask(key)
        except BaseException as problem:
            if not is_fault(problem):
                raise
            faults.append(Fault(name, report(name, problem)))
    return found, tuple(faults)


def _told(fault: BaseException) -> Iterator[str]:
    """The kind of error and the lines that it went through, the innermost last."""
    if cause := _cause(fault):
        yield from _told(cause)
        yield "which led to"
    yield f"{type(fault).__module__}.{type(fault).__qualname__}"
    yield from _places(fault)


def _cause(fault: BaseException) -> BaseException | None:
    return fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)


def _places(fault: BaseException) -> list[str]:
    frames = traceback.extract_tb(fault.__traceback__)
    return [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]


def _origin(fault: BaseException) -> list[str]:
    """What tells one fault from another, wherever it is met: the first cause, and where it was raised."""
    cause = _cause(fault)
    return _origin(cause) if cause else [type(fault).__qualname__, *_places(fault)[-1:]]
