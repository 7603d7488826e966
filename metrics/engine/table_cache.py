"""Tables held in memory for as long as one data version is shown, with what is found out about them once."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from threading import Lock
from typing import Final, TypeVar, cast

import polars as pl

from metrics.engine.population_cache import Shared
from metrics.populations import Tables
from metrics.populations.non_overlapping import is_in_memory
from metrics.populations.periods import with_months

CODED: Final = frozenset({"borough", "authority", "provider", "host_authority", "host_region"})
"""Texts of which there are few: told apart by number, they are grouped and filtered several times as quickly."""

AS_THEY_ARE: Final = frozenset({"loaded", "providers", "neighbours"})
"""Tables of few rows that are looked up by text."""

OF_SPELLS: Final = frozenset({"episodes", "costs"})
"""Tables whose rows are counted at the ends of months."""

MOST: Final = 500
"""Things remembered of one data version, a few rows each, before all are forgotten."""

UNKNOWN: Final = object()

Found = TypeVar("Found")


class Remembering(Mapping[str, pl.LazyFrame]):
    """Tables by name, with what is found out about them once. It goes with the object: make one a data version."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._remembered = dict(tables), dict[Hashable, object]()

    def __getitem__(self, name: str) -> pl.LazyFrame:
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def remember(self, what: Hashable, find: Callable[[], Found]) -> Found:
        """Give what was found out under this name before, else find it out."""
        before = self._remembered.get(what, UNKNOWN)
        if before is not UNKNOWN:
            return cast("Found", before)
        if len(self._remembered) >= MOST:
            self._remembered.clear()
        return cast("Found", self._remembered.setdefault(what, find()))


class Coded(Remembering):
    """The same tables with texts of which there are few as numbers: made when a table is first asked for.

    `plain` are the tables as they are, with what is found out of them.
    """

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.plain: Tables = self
        self.shared = Shared()
        self._made = dict[str, pl.LazyFrame]()
        self._texts = pl.Categorical(pl.Categories.random())
        self._making = Lock()

    def __getitem__(self, name: str) -> pl.LazyFrame:
        with self._making:
            if name not in self._made:
                self._made[name] = self._as_numbers(name, self._tables[name])
            return self._made[name]

    def _as_numbers(self, name: str, table: pl.LazyFrame) -> pl.LazyFrame:
        if name in AS_THEY_ARE or not is_in_memory(table):
            return table
        rows = table.collect()
        numbers = rows.with_columns(rows.select(CODED & {*rows.columns}).cast(self._texts))
        return (with_months(numbers) if name in OF_SPELLS else numbers).lazy()


class Held(Remembering):
    """The consolidated tables by name, as they are; `coded` has them as figures are counted."""

    def __init__(self, tables: Tables) -> None:
        super().__init__(tables)
        self.coded = Coded(tables)
        self.coded.plain = self


def remembered(tables: Tables, what: Hashable, find: Callable[[], Found]) -> Found:
    """Find out something about tables: once, where they are held."""
    return tables.remember(what, find) if isinstance(tables, Remembering) else find()


def coded(tables: Tables) -> Tables:
    """Give tables as figures are counted; as they are, where they are not held."""
    return tables.coded if isinstance(tables, Held) else tables


def plain(tables: Tables) -> Tables:
    """Give tables as they are, so that what is found out of them is found out once however they are counted."""
    return tables.plain if isinstance(tables, Coded) else tables
