"""The database: where it is, how it is opened, and that it is at the newest migration."""

import os
import sqlite3
import time
from collections.abc import Generator
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from sqlalchemy import event
from sqlmodel import Session

from store.errors import StoreError, said_plainly
from store.migrations.run import migrate

DEFAULT_URL: Final = "sqlite:///var/placements.db"
BUSY_SECONDS: Final = 30
CONNECT_SECONDS: Final = 10
ALONE: Final = 90_300_903
"""Key of PostgreSQL's advisory lock: one change to uploads at a time."""


def engine(url: str | None = None) -> sa.Engine:
    """Engine of `url`, else of DATABASE_URL, else of var/placements.db; migrated, one a process and URL.

    Raises StoreError where the database cannot be opened or written.
    """
    return _kept(url or os.environ.get("DATABASE_URL") or DEFAULT_URL)


def prepared(url: str) -> sa.Engine:
    """A new engine of `url`, its database made where there is none and migrated. Raises StoreError."""
    made = opened(url)
    with said_plainly(), writing_connection(made) as connection:
        migrate(connection)
    return made


_writing: set[object] = set()
_kept = lru_cache(prepared)


def opened(url: str) -> sa.Engine:
    """Engine of `url` as it is, not migrated; the folder of a SQLite file is made."""
    address = _address(url)
    if address.get_backend_name() == "postgresql":
        return sa.create_engine(address, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS})
    if address.database and not address.database.startswith("file:"):
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    made = sa.create_engine(address, connect_args={"timeout": BUSY_SECONDS})
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def _address(url: str) -> sa.URL:
    """The URL with the driver that we use. Raises StoreError where it is none of SQLite's or PostgreSQL's."""
    scheme = url.partition(":")[0].partition("+")[0]
    if scheme not in {"sqlite", "postgresql", "postgres"}:
        raise StoreError("DATABASE_URL must begin with sqlite:/// or postgresql://.")
    if scheme == "sqlite":
        return sa.make_url(url)
    if not find_spec("psycopg"):
        raise StoreError("PostgreSQL needs the package psycopg: pip install 'psycopg[binary]'.")
    return sa.make_url(url).set(drivername="postgresql+psycopg")


@contextmanager
def reading(engine: sa.Engine) -> Generator[Session]:
    """A session that only reads, all of it one moment's state of the database."""
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with said_plainly(), Session(engine) as session:
        yield session


@contextmanager
def writing(engine: sa.Engine) -> Generator[Session]:
    """A session in one transaction: all of it or nothing, and no other writer between its reads and writes."""
    with (
        said_plainly(),
        writing_connection(engine) as connection,
        Session(connection, expire_on_commit=False) as session,
    ):
        yield session
        session.flush()


@contextmanager
def writing_connection(engine: sa.Engine) -> Generator[sa.Connection]:
    """A connection in one transaction that waits for other writers first."""
    with _counted(), engine.execution_options(writes=True).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(ALONE)))
        yield connection


@contextmanager
def _counted() -> Generator[None]:
    """Known as writing from before the transaction until it is committed."""
    key = object()
    _writing.add(key)
    try:
        yield
    finally:
        _writing.discard(key)


def is_settled(seconds: float) -> bool:
    """Wait until nothing in this process writes, so long at most. Gives whether it came to that."""
    until = time.monotonic() + seconds
    while _writing and time.monotonic() < until:
        time.sleep(0.02)
    return not _writing


@contextmanager
def sqlite_itself(engine: sa.Engine) -> Generator[sqlite3.Connection]:
    """SQLite's own connection, in no transaction: for what it does only to a whole database."""
    with engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection), "Only SQLite comes this far."
        yield raw


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    """Readers beside a writer (WAL), foreign keys kept, and every commit on the disk before it is said."""
    connection.isolation_level = None
    for setting in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: sa.Connection) -> None:
    """Writers take their turn at the start: one that has read cannot find another's write before its own."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
