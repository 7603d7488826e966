"""What the front page opens with, worked out before anybody asks."""

from dashboard.access import DEMONSTRATION, operating
from dashboard.data import headlines
from dashboard.data.about import boroughs, first_day
from dashboard.data.figures import again
from dashboard.data.source import data_date, is_empty, work_ahead
from dashboard.filters.selection import Selection, months_before


def reckon() -> None:
    """Put the newest data into memory, and work out every borough's headlines to the data date.

    Raises StoreError where the data cannot be put together.
    """
    work_ahead(again)
    with operating(DEMONSTRATION):
        if is_empty():
            return
        end = data_date()
        chosen = Selection(boroughs(), months_before(end, headlines.A_YEAR), end, first_day())
        for slug in dict.fromkeys(slug for each in headlines.HEADLINES for slug in (each.slug, each.judged_by)):
            headlines.everyone(slug, chosen)
