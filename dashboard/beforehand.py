"""Done before the first visit, so that it need not wait: every page imported, and the newest data put into memory."""

from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules
from threading import Thread

from dashboard import pages
from dashboard.charts import warm
from dashboard.data.source import tables
from store.errors import StoreError


def do() -> None:
    """Import everything and take it out of the garbage collector's sight; the data come while the server starts."""
    for page in iter_modules(pages.__path__):
        import_module(f"dashboard.pages.{page.name}")
    warm.once()
    Thread(target=_fetch, name="first-data", daemon=True).start()


def _fetch() -> None:
    """Where the data cannot be put together, whoever opens a page is told why."""
    with suppress(StoreError):
        tables()
