"""Saved views: one's own pages with their filters, kept under a name. Only words that pages offer are kept."""

from collections.abc import Collection, Iterable
from urllib.parse import parse_qsl, urlencode

from dashboard.auth.current_user import scope
from dashboard.charts.chart_style import BENCHMARKS, CONSORTIUM, REST
from dashboard.charts.number_format import month
from dashboard.data.data_source import data_date, database
from dashboard.data.loaded import boroughs, first_day, providers
from dashboard.data.measure_names import measures
from dashboard.filters.parameters import PARAMETERS, Loaded
from dashboard.filters.selection import month_ends
from store import views
from store.views import Saved

Pairs = Iterable[tuple[str, str]]


def publishable(pairs: Pairs) -> str:
    """Give the query of an address, of nothing but what pages offer the reader: never what somebody typed into it."""
    return urlencode([(key, value) for key, value in pairs if value in _offered(key)])


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
    """The values of a parameter that a view keeps, as this reader may have them; none of any other."""
    parameter = PARAMETERS.get(key)
    if parameter is None or not parameter.is_kept:
        return ()
    return _loaded(parameter.options) if isinstance(parameter.options, Loaded) else parameter.options


def _loaded(options: Loaded) -> Collection[str]:
    match options:
        case Loaded.BOROUGHS:
            return boroughs()
        case Loaded.COMPARISONS:
            return (REST, CONSORTIUM, *BENCHMARKS, *boroughs())
        case Loaded.MONTHS:
            return {month(day) for day in month_ends(first_day(), data_date())}
        case Loaded.PROVIDERS:
            return providers()
        case Loaded.MEASURES:
            return measures()
