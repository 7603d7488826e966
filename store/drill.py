"""A restore drill: a backup restored into a database that holds nothing, and what came back counted."""

import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ProgrammingError

from store import snapshot
from store.backup import counts_in, restore
from store.engine import opened, version
from store.errors import RefusedError, said_plainly

Counts = dict[str, int]
"""Rows by table."""


@dataclass(frozen=True)
class Drill:
    """What came of a drill: rows by table in the backup and in the database made of it, and that one's data version."""

    held: Counts
    restored: Counts
    data_version: str

    @property
    def lost(self) -> dict[str, tuple[int, int]]:
        """Tables of which not all came back, or more: rows held and restored. The audit has the drill's own line."""
        names = self.held.keys() | self.restored.keys()
        both = {name: (self.held.get(name, 0), self.restored.get(name, 0)) for name in sorted(names)}
        return {name: (held, came) for name, (held, came) in both.items() if held != came and name != "auditevent"}


def drill(backup: Path, beside: sa.Engine, into: str | None = None) -> Drill:
    """Restore a backup and count what came back. The database that is in use is not touched.

    It goes into `into`, which must hold nothing, else into a file of its own, or a new database on the server of
    `beside`, that is removed afterwards. Raises RefusedError where the backup is none, or there is nowhere to put it.
    """
    with _empty(beside, into) as database:
        restore(database, backup, who="restore drill")
        return Drill(counts_in(database, backup), counts_of(database), snapshot.version(database))


def counts_of(database: sa.Engine) -> Counts:
    """The rows of each table of a database."""
    with said_plainly(), database.connect() as connection:
        names = sa.inspect(connection).get_table_names()
        counted = {name: sa.select(sa.func.count()).select_from(sa.table(name)) for name in names}
        return {name: connection.execute(count).scalar_one() for name, count in counted.items()}


@contextmanager
def _empty(beside: sa.Engine, into: str | None) -> Generator[sa.Engine]:
    """A database that holds nothing, until left."""
    if into:
        with _given(into) as database:
            yield database
    elif beside.dialect.name == "sqlite":
        with tempfile.TemporaryDirectory(prefix="placements-drill-") as folder, _given(f"sqlite:///{folder}/d") as made:
            yield made
    else:
        with _made(beside) as database:
            yield database


@contextmanager
def _given(url: str) -> Generator[sa.Engine]:
    database = opened(url)
    try:
        if version(database) is not None:
            raise RefusedError(f"{database.url.render_as_string()} holds a database already. Name an empty one.")
        yield database
    finally:
        database.dispose()


@contextmanager
def _made(beside: sa.Engine) -> Generator[sa.Engine]:
    """A new database on the same server, removed when left."""
    name = f"placements_drill_{os.getpid()}"
    maker = beside.execution_options(isolation_level="AUTOCOMMIT")
    try:
        with said_plainly(), maker.connect() as connection:
            connection.execute(sa.text(f"CREATE DATABASE {name}"))
    except ProgrammingError as problem:
        raise RefusedError(
            "This account may not make a database to restore into. Let it (ALTER ROLE ... CREATEDB), or name an empty "
            "one: --into postgresql://..."
        ) from problem
    database = opened(beside.url.set(database=name).render_as_string(hide_password=False))
    try:
        yield database
    finally:
        database.dispose()
        with maker.connect() as connection:
            connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
