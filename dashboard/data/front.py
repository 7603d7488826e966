"""What the front page opens with, and what the releases for others are made of, worked out before anybody asks."""

from threading import Thread

from dashboard.access import DEMONSTRATION, operating
from dashboard.data import headlines, spending
from dashboard.data.about import boroughs, first_day
from dashboard.data.figures import again
from dashboard.data.source import data_date, is_empty, tables_of, version, work_ahead
from dashboard.faults import tried
from dashboard.filters.selection import Selection, months_before
from metrics import Release
from metrics.measure import behind_of


def reckon() -> None:
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
    protect_beside(version())
    Thread(target=_drive, args=(chosen,), name="drivers-of-spend", daemon=True).start()


def _ahead(before: str, newest: str) -> None:
    """Get newer data ready for the readers of those before: protected too, as a board or an event would wait for it."""
    _protect(newest)
    again(before, newest)
    spending.drive_again(before, newest)


def protect_beside(version: str) -> None:
    """Find the protected tables of a data version while readers go on; whoever asks for them waits for what is left."""
    Thread(target=_protect, args=(version,), name="protected-tables", daemon=True).start()


def _drive(chosen: Selection) -> None:
    """Find what drove spend beside readers, who wait for it only if they ask at once."""
    with operating(DEMONSTRATION):
        tried("What drove spend", lambda: spending.drive_ahead(chosen), lambda _: None)


def _protect(version: str) -> None:
    tried("The protected tables", lambda: behind_of(tables_of(version), Release.BOARD), lambda _: None)
