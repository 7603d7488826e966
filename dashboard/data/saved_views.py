"""Saved views: one's own pages with their filters, kept under a name. Only words that pages offer are kept."""

from collections.abc import Collection, Iterable
from typing import Final
from urllib.parse import parse_qsl, urlencode

from dashboard.auth.current_user import NAMES, RELEASE, scope
from dashboard.charts.chart_style import BENCHMARKS, CONSORTIUM, REST
from dashboard.charts.number_format import month
from dashboard.data.data_source import data_date, database
from dashboard.data.loaded import boroughs, first_day, providers
from dashboard.data.measure_names import measures
from dashboard.data.needs import WAYS, WHO
from dashboard.data.out_of_area import FAR
from dashboard.filters.fields import BY_KEY, COMPARE, EVERY, FIELDS, FOCUS, OF_PAGES, SINCE, UNTIL
from dashboard.filters.selection import month_ends
from loaders import labels
from metrics import Theme
from store import views
from store.views import Saved

Pairs = Iterable[tuple[str, str]]

PACK: Final = ("themes", "rows", "format")
"""What is chosen on the page of the board pack."""

KEYS: Final = (
    *(FOCUS, COMPARE, SINCE, UNTIL, RELEASE, "measure", "far", "need_type", "needs_as", "children_by"),
    *("provider_page", "beside", *PACK),
    *(field.key for field in (*FIELDS, *OF_PAGES)),
)
"""The parameters of an address that a view keeps; any other is left out."""


def publishable(pairs: Pairs) -> str:
    """Give the query of an address, of nothing but what pages offer the reader: never what somebody typed into it."""
    return urlencode([(key, value) for key, value in pairs if key in KEYS and value in _offered(key)])


def pairs_of(query: str) -> list[tuple[str, str]]:
    """Give the parameters of a query, in order."""
    return parse_qsl(query)


def mine() -> list[Saved]:
    """Give the reader's own views, by name."""
    return views.views(database(), scope().who)


def save(title: str, page: str, pairs: Pairs) -> None:
    """Save a view of a page. Raises StoreError."""
    views.save(database(), title, page, publishable(pairs), who=scope().who)


def rename(number: int, title: str) -> None:
    """Rename one of the reader's own views. Raises StoreError."""
    views.rename(database(), number, title, who=scope().who)


def remove(number: int) -> None:
    """Remove one of the reader's own views. Raises StoreError."""
    views.remove(database(), number, who=scope().who)


def _offered(key: str) -> Collection[str]:
    """The values that a parameter may have for this reader."""
    if key in (SINCE, UNTIL):
        return {month(day) for day in month_ends(first_day(), data_date())}
    if key in ("provider", "provider_page", "beside"):
        return providers()
    if key in BY_KEY:
        return (*BY_KEY[key].options, EVERY)
    open_ended = {"measure": measures, FOCUS: boroughs, COMPARE: _comparisons, "rows": boroughs}
    return _CLOSED[key] if key in _CLOSED else open_ended[key]()


def _comparisons() -> tuple[str, ...]:
    return (REST, CONSORTIUM, *BENCHMARKS, *boroughs())


_CLOSED: Final[dict[str, Collection[str]]] = {
    RELEASE: NAMES,
    "far": FAR,
    "need_type": labels.PLACEMENT_TYPES,
    "needs_as": WAYS,
    "children_by": WHO,
    "themes": [theme.heading for theme in Theme],
    "format": ("PDF", "PowerPoint", "Excel"),
}
