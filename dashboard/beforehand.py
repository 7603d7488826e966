"""Done before the first visit, so that it need not wait: every page imported, and the newest data put into memory."""

import logging
from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules
from threading import Thread

from dashboard import pages
from dashboard.charts import warm
from store.errors import StoreError


def do() -> None:
    """Import everything and take it out of the garbage collector's sight; the data come while the server starts."""
    said = logging.getLogger("streamlit.runtime.caching.cache_data_api")
    said.disabled = True  # it warns of each cache that no server runs yet, which is meant
    for page in iter_modules(pages.__path__):
        import_module(f"dashboard.pages.{page.name}")
    said.disabled = False
    warm.once()
    Thread(target=_fetch, name="first-data", daemon=True).start()


def _fetch() -> None:
    """Where the data cannot be put together, whoever opens a page is told why."""
    with suppress(StoreError):
        import_module("dashboard.data.source").tables()
