"""Which data version is shown: while a newer one is put together, readers go on with the one before."""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock, Thread

from dashboard.faults import tried
from store.errors import StoreError

Ahead = Callable[[str, str], object]
"""What is worked out of a newer data version before it is shown, given the one before and the newer."""

Beside = Callable[[str], object]
"""What is begun beside a newer data version that is shown at once; it must not keep anybody waiting."""


class Shown:
    """The data version that readers see. `make` puts a version's tables together and keeps them.

    Readers are moved on after `ahead`; who changed something themselves does not wait for that.
    """

    def __init__(self, make: Callable[[str], object], ahead: Ahead = lambda before, newest: None) -> None:
        self._make, self.ahead = make, ahead
        self.beside: Beside = lambda newest: None
        self._lock = Lock()
        self._version: str | None = None
        self._making: str | None = None

    def version(self, newest: str) -> str:
        """Give the version to show: the newest once it is made; at the very first whatever there is."""
        with self._lock:
            if self._version is None:
                self._version = newest
            if newest not in (self._version, self._making):
                self._making = newest
                Thread(target=self.move, args=(newest, self._version), name="newer-data", daemon=True).start()
            return self._version

    def move(self, newest: str, before: str | None = None) -> None:
        """Make a version and show it from then on; where it cannot be made, whoever opens a page is told why.

        `before` is the version whose readers are moved on; None where they do not wait for what is done ahead.
        """
        with self._lock:
            self._making = newest
        try:
            with suppress(StoreError):
                tried("Newer data", lambda: self._made(newest, before), lambda _: None)
        finally:
            with self._lock:
                if self._making == newest:
                    self._version, self._making = newest, None

    def _made(self, newest: str, before: str | None) -> None:
        self._make(newest)
        if before is None:
            self.beside(newest)
        else:
            self.ahead(before, newest)
