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
from sqlalchemy.exc import ArgumentError
from sqlmodel import Session

from store.errors import StoreError, said_plainly
from store.migrations.run import migrate, version_of

DEFAULT_URL: Final = "sqlite:///var/placements.db"
BUSY_SECONDS: Final = 30
CONNECT_SECONDS: Final = 10
ALONE: Final = 90_300_903
"""Key of PostgreSQL's advisory lock: one change to uploads at a time."""


def engine(url: str | None = None) -> sa.Engine:
    """Engine of `url`, else of DATABASE_URL, else of var/placements.db; migrated, one a process and URL.

    Raises StoreError where the database cannot be opened or written.
    """
    return _kept(url or address())


def address() -> str:
    """Where the database is: DATABASE_URL, else var/placements.db."""
    return os.environ.get("DATABASE_URL") or DEFAULT_URL


def prepared(url: str) -> sa.Engine:
    """A new engine of `url`, its database made where there is none and migrated. Raises StoreError."""
    made = opened(url)
    make_folder(made)
    with said_plainly(), writing_connection(made) as connection:
        migrate(connection)
        must_own(connection)
    return made


def must_own(connection: sa.Connection) -> None:
    """Refuse an account that PostgreSQL shows no rows, as it is not the tables' owner: all would seem empty."""
    if connection.dialect.name != "postgresql":
        return
    table = sa.text("SELECT tableowner FROM pg_tables WHERE tablename = 'upload' AND schemaname = current_schema()")
    owner = connection.execute(table).scalar()
    may = sa.select(sa.func.pg_has_role(sa.literal(owner), "USAGE"))
    if owner and not connection.execute(may).scalar():
        asked = connection.execute(sa.text("SELECT current_user")).scalar()
        raise StoreError(
            f"The account {asked} does not own the dashboard's tables, {owner} does: it would see no rows. Let "
            f"DATABASE_URL name {owner}, or make {asked} a member of it (GRANT)."
        )


def version(engine: sa.Engine) -> str | None:
    """The version that a database is at, which is not touched; None where nothing of ours is in it, or none is there.

    Raises StoreError where it does not answer, or shows its rows to another account alone.
    """
    path = engine.url.database or ""
    if engine.dialect.name == "sqlite" and not path.startswith("file:") and not Path(path).exists():
        return None
    with said_plainly(), engine.connect() as connection:
        must_own(connection)
        return version_of(connection)


_writing: set[object] = set()
_kept = lru_cache(prepared)


def opened(url: str) -> sa.Engine:
    """Engine of `url` as it is: neither made nor migrated."""
    at = _address(url)
    if at.get_backend_name() == "postgresql":
        return sa.create_engine(at, pool_pre_ping=True, connect_args={"connect_timeout": CONNECT_SECONDS})
    made = sa.create_engine(at, connect_args={"timeout": BUSY_SECONDS})
    event.listen(made, "connect", _prepare)
    event.listen(made, "begin", _begin)
    return made


def make_folder(engine: sa.Engine) -> None:
    """Make the folder of a SQLite file. Raises StoreError where that cannot be done."""
    path = engine.url.database or ""
    if engine.dialect.name != "sqlite" or path.startswith("file:"):
        return
    folder = Path(path).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise StoreError(f"The folder of the database, {folder}, cannot be made: {problem.strerror}.") from problem


def _address(url: str) -> sa.URL:
    """The URL with the driver that we use. Raises StoreError where it is none of SQLite's or PostgreSQL's."""
    scheme = url.partition(":")[0].partition("+")[0]
    if scheme not in {"sqlite", "postgresql", "postgres"}:
        raise StoreError("DATABASE_URL must begin with sqlite:/// or postgresql://.")
    try:
        parsed = sa.make_url(url)
    except (ArgumentError, ValueError) as problem:
        raise StoreError(
            "DATABASE_URL cannot be read. It is postgresql://NAME:PASSWORD@HOST:PORT/DATABASE, and signs such as "
            "@ : / % in a password are written %40 %3A %2F %25."
        ) from problem
    if scheme == "sqlite":
        return parsed
    if not find_spec("psycopg"):
        raise StoreError("PostgreSQL needs the package psycopg: pip install 'psycopg[binary]'.")
    return parsed.set(drivername="postgresql+psycopg")


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
