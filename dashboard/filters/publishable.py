"""Which choices a release answers: beyond the working one the borough, and a year to a month's end.

The releases answer a fixed lattice of questions (`metrics.disclosure.lattice`): what is outside it is not offered.
"""

from collections.abc import MutableMapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from dashboard.auth.current_user import scope
from dashboard.filters.fields import FIELDS
from dashboard.filters.selection import Selection
from metrics import Release

SAID: Final = "This release is cut by borough alone. The charts show what else children may be told apart by."

TOGETHER: Final = "Of all boroughs: this release does not cut one borough this finely."


def is_limited() -> bool:
    """Say whether the reader's release answers the lattice only."""
    return scope().release is not Release.WORKING


def fit(state: MutableMapping[Any, Any]) -> None:
    """Take what widgets hold off that the release does not answer, before they are drawn."""
    for field in FIELDS:
        if state.get(field.key):
            state[field.key] = []


def together(chosen: Selection) -> Selection:
    """Give all boroughs together where the release would not cut the one in focus as finely."""
    return replace(chosen, focus=None, compare=()) if is_limited() and chosen.focus else chosen


def noted(chosen: Selection, note: str) -> str:
    """Put beneath a figure that it is of all boroughs, where a borough is in focus and `together` left it out."""
    return f"{TOGETHER} {note}".strip() if is_limited() and chosen.focus else note


def whole_months(months: dict[str, date], last: date) -> dict[str, date]:
    """Leave out a month that the data do not speak of to its end."""
    return {words: day for words, day in months.items() if day <= last} or months
