"""What the front page opens with, and what the releases for others are made of, worked out before anybody asks."""

from collections.abc import Callable
from threading import Timer
from typing import Final

from dashboard.auth.current_user import DEMONSTRATION, operating
from dashboard.data import headlines
from dashboard.data.data_source import Tables, data_date, is_empty, tables_of, version, work_ahead
from dashboard.data.figures import again
from dashboard.data.loaded import boroughs, first_day
from dashboard.faults import tried
from dashboard.filters.selection import Selection, months_before
from dashboard.pages.cost import spend
from metrics import Release
from metrics.measure import behind_of

FIRST_PAGES_SECONDS: Final = 8.0
"""After a start nothing is worked out beside the pages that are opened first: they share one interpreter with it."""


def prepare() -> None:
    """Put the newest data into memory, and work out every borough's headlines to the data date.

    Raises StoreError where the data cannot be put together.
    """
    work_ahead(_ahead, protect_beside)
    with operating(DEMONSTRATION):
        if is_empty():
            return
        end = data_date()
        chosen = Selection(boroughs(), months_before(end, headlines.A_YEAR), end, first_day())
        for slug in dict.fromkeys(slug for each in headlines.HEADLINES for slug in (each.slug, each.judged_by)):
            headlines.everyone(slug, chosen)
    protect_beside(version(), after=FIRST_PAGES_SECONDS)
    _beside("What drove spend", lambda: _drive(chosen), after=FIRST_PAGES_SECONDS)


def _ahead(before: str, newest: str) -> None:
    """Get newer data ready for the readers of those before: protected too, as a board or an event would wait for it."""
    tried("The protected tables", lambda: _protected(newest), lambda _: None)
    again(before, newest)
    _beside("What drove spend", lambda: spend.drive_again(before, newest))


def protect_beside(version: str, *, after: float = 0.0) -> None:
    """Find the protected tables of a data version while readers go on; whoever asks for them waits for what is left."""
    _beside("The protected tables", lambda: _protected(version), after=after)


def _beside(what: str, work: Callable[[], object], *, after: float = 0.0) -> None:
    """Work beside readers, some seconds from now; who asks for it at once waits for it."""
    thread = Timer(after, lambda: tried(what, work, lambda _: None))
    thread.name, thread.daemon = what, True
    thread.start()


def _drive(chosen: Selection) -> None:
    with operating(DEMONSTRATION):
        spend.drive_ahead(chosen)


def _protected(version: str) -> Tables:
    return behind_of(tables_of(version), Release.BOARD)
