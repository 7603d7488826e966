"""Populations that several figures are made of, put together once: a page asks much of the same children."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import Final

import polars as pl
from cachetools import LRUCache

MOST_BYTES: Final = 96_000_000
"""For all populations of one data version together: those that were not asked for the longest go first."""

MOST_EACH: Final = 16_000_000
"""What is larger is put together for every figure again, with no more columns than it needs."""

MENTIONED: Final = 1_000
"""Bytes that a population counts for which is not kept."""

Find = Callable[[], pl.LazyFrame]
_Known = pl.DataFrame | bool
"""The rows; before there are any, whether they may be kept."""


class Shared:
    """Rows by what they are, from the second time that they are asked for: the first asks for its own columns alone."""

    def __init__(self) -> None:
        self._known = LRUCache[Hashable, _Known](MOST_BYTES, getsizeof=_size)
        self._lock = Lock()

    def rows(self, what: Hashable, find: Find) -> pl.LazyFrame:
        """Give the rows that were put together under this name, or find them."""
        with self._lock:
            known = self._known.get(what)
            if known is None:
                self._known[what] = True
        if isinstance(known, pl.DataFrame):
            return known.lazy()
        return self._put_together(what, find) if known else find()

    def _put_together(self, what: Hashable, find: Find) -> pl.LazyFrame:
        rows = find().collect()
        with self._lock:
            self._known[what] = rows if rows.estimated_size() <= MOST_EACH else False
        return rows.lazy()

    def forget(self) -> None:
        """Let go of all of them."""
        with self._lock:
            self._known.clear()


def _size(known: _Known) -> int:
    return MENTIONED if isinstance(known, bool) else MENTIONED + int(known.estimated_size())
