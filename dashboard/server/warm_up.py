"""Done before the first visit, so that it need not wait: every page imported, the newest data put into memory.

And the headlines of the whole consortium worked out, which the front page opens with.
"""

import logging
import sys
from contextlib import suppress
from importlib import import_module
from pkgutil import iter_modules
from threading import Thread
from typing import Final

from dashboard import pages
from dashboard.charts import garbage_collection
from dashboard.faults import tried
from store.errors import StoreError

PATIENCE_SECONDS: Final = 20
"""For all of England's tables to be read, and their headlines worked out."""
TURN_SECONDS: Final = 0.001
"""How long a page being worked out keeps the interpreter from the thread that sends the one before.

That thread gives it up at each of a page's 100 to 300 messages, and would have it back after Python's 5 ms each time.
"""


def do() -> None:
    """Import everything, take it out of the garbage collector's sight, and fetch the data.

    Where that takes longer the server answers all the same, and pages say what they wait for.
    """
    sys.setswitchinterval(TURN_SECONDS)
    said = logging.getLogger("streamlit.runtime.caching.cache_data_api")
    said.disabled = True  # it warns of each cache that no server runs yet, which is meant
    for page in iter_modules(pages.__path__):
        import_module(f"dashboard.pages.{page.name}")
    garbage_collection.once()
    first = Thread(target=_fetch, name="first-data", daemon=True)
    first.start()
    first.join(PATIENCE_SECONDS)
    said.disabled = False


def _fetch() -> None:
    """Where the data cannot be put together, whoever opens a page is told why."""
    with suppress(StoreError):
        tried("The headlines", import_module("dashboard.server.first_pages").prepare, lambda _: None)
