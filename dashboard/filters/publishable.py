"""Which choices a release answers: beyond the working one few filters of one value, and a year to a month's end.

A figure that is asked more finely is answered with hidden cells alone, so more is not offered.
"""

from collections.abc import MutableMapping
from datetime import date
from typing import Any, Final

from dashboard.access import scope
from dashboard.filters.fields import CONSORTIUM_ONLY, FIELDS, FOCUS
from metrics import Release
from metrics.disclosure.publishable import MOST_CUTS

MOST_FILTERS: Final = MOST_CUTS - 1
"""Filters at once, the borough among them: each figure is cut once more by what its chart shows."""

Kept = tuple[tuple[str, tuple[str, ...]], ...]

SAID: Final = f"In this release at most {MOST_FILTERS} filters at once, the borough among them, each of one value."


def is_limited() -> bool:
    """Say whether the reader's release answers few ways of cutting only."""
    return scope().release is not Release.WORKING


def fitted(kept: Kept, focus: str | None) -> Kept:
    """Give the filters that the release answers: the first ones, the first value of each."""
    room = MOST_FILTERS - (focus is not None)
    return tuple((key, words[:1]) for key, words in kept[:room])


def fit(state: MutableMapping[Any, Any]) -> None:
    """Cut what widgets hold to what the release answers, before they are drawn."""
    room = MOST_FILTERS - _has_focus(state)
    for field in FIELDS:
        words = list(state.get(field.key) or [])
        if words:
            state[field.key] = words[:1] if room > 0 else []
            room -= 1


def is_full(state: MutableMapping[Any, Any]) -> bool:
    """Say whether as many filters are set as the release answers."""
    return _has_focus(state) + sum(bool(state.get(field.key)) for field in FIELDS) >= MOST_FILTERS


def _has_focus(state: MutableMapping[Any, Any]) -> bool:
    return state.get(FOCUS, CONSORTIUM_ONLY) != CONSORTIUM_ONLY


def whole_months(months: dict[str, date], last: date) -> dict[str, date]:
    """Leave out a month that the data do not speak of to its end."""
    return {words: day for words, day in months.items() if day <= last} or months
