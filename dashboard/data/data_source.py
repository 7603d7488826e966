"""Where figures come from: the database, the data version, and the consolidated tables in memory."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Final

import polars as pl
import sqlalchemy as sa

from dashboard.data.cache import kept
from dashboard.data.data_version import Ahead, Beside, Shown
from dashboard.data.sample_fingerprints import of_sample
from dashboard.faults import is_fault
from metrics.engine.query import data_date as last_day
from metrics.engine.table_cache import Held
from store import snapshot
from store.engine import engine
from store.errors import StoreError
from store.uploads import history
from store.uploads.accepted import EVERY_BOROUGH

Tables = Mapping[str, pl.LazyFrame]

RETRY_SECONDS: Final = 30
"""After which tables that could not be put together are tried again: it takes a while, and every figure asks."""


@kept(1)
def database() -> sa.Engine:
    """Give the database of this process."""
    return engine()


def version() -> str:
    """Give the data version that is shown.

    Within two seconds of any accepted upload the newest is put together, and shown as soon as it is there.
    """
    return _shown().version(_newest())


def changed() -> None:
    """Put the newest data together now, and show them: what a person has just done is to be seen at once."""
    _newest.cache_clear()
    with suppress(StoreError):  # what was done stands; whoever opens a page is told what is amiss
        _shown().move(_newest())


def work_ahead(ahead: Ahead, beside: Beside) -> None:
    """Have this done with newer data before readers are moved on to them, and beside what somebody has just changed."""
    _shown().ahead, _shown().beside = ahead, beside


@kept(1)
def _shown() -> Shown:
    return Shown(tables_of)


@kept(1, seconds=2)
def _newest() -> str:
    return snapshot.version(database())


def tables() -> Tables:
    """Give the consolidated tables of the present data version."""
    return tables_of(version())


def tables_of(version: str) -> Tables:
    """Give the consolidated tables of a data version, in memory.

    Raises:
        NoTablesError: they cannot be put together, by a fault of ours; it is tried again after a while.
    """
    found = _tried(version)
    if isinstance(found, BaseException):
        raise NoTablesError("Boroughs and years cannot be put together.") from found
    return found


class NoTablesError(RuntimeError):
    """There are no consolidated tables, by a fault of ours: whatever needs none of them stands all the same."""


@kept(2, seconds=RETRY_SECONDS)
def _tried(version: str) -> Tables | BaseException:
    try:
        return _in_memory(version)
    except BaseException as problem:
        if not is_fault(problem):
            raise
        return problem


@kept(2)
def _in_memory(version: str) -> Tables:
    del version
    return Held({name: frame.collect().lazy() for name, frame in snapshot.tables(database()).items()})


def let_go() -> None:
    """Let go of the tables in memory."""
    _tried.cache_clear()
    _in_memory.cache_clear()


@kept(4)
def loaded_boroughs(version: str) -> tuple[str, ...]:
    """Give every borough that has anything loaded, whoever asks: for counting them and for keeping them apart."""
    names = tables_of(version)["loaded"].select(pl.col("borough").drop_nulls().cast(pl.String).unique().sort())
    return tuple(name for name in names.collect()["borough"] if name != EVERY_BOROUGH)


def data_date() -> date:
    """Give the last day that every borough's episodes speak of."""
    return _data_date(version())


@kept(4)
def _data_date(version: str) -> date:
    return last_day(tables_of(version))


def is_empty() -> bool:
    """Say whether nothing is loaded."""
    return _fingerprints(version()) == frozenset()


def is_fictional() -> bool:
    """Say whether any file that the figures come from is one of the fictional consortium's, whoever loaded it."""
    return not _fingerprints(version()).isdisjoint(of_sample())


@kept(4)
def _fingerprints(version: str) -> frozenset[str]:
    del version
    return frozenset(history.current(database())["sha256"].to_list())
