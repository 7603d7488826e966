"""Copies of the database: made and put back whole, while others read and write."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final, Literal

import sqlalchemy as sa

from store import key_salt
from store.backup_postgres import dump, put_back, rows_in
from store.engine import make_folder, prepared, sqlite_itself
from store.errors import RefusedError, StoreError

TABLES: Final = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def backup(engine: sa.Engine, target: Path) -> None:
    """Copy the database to a new file, one moment's state of it, and read it back.

    Raises RefusedError where the file exists, or what was written is not whole.
    """
    if target.exists():
        raise RefusedError(f"{target} is there already. Name another file.")
    working = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        working.touch()
    except OSError as problem:
        raise RefusedError(f"{target.parent} cannot be written to: {problem.strerror}.") from problem
    try:
        (dump if engine.dialect.name == "postgresql" else _copy)(engine, working)
        counts_in(engine, working)
        working.rename(target)
    finally:
        working.unlink(missing_ok=True)


def counts_in(engine: sa.Engine, source: Path) -> dict[str, int]:
    """Read a backup through, and give the rows of each of its tables; `engine` says of which kind it is.

    Raises RefusedError where it is not whole.
    """
    if engine.dialect.name == "postgresql":
        return rows_in(source)
    tables = _must_be_ours(source)
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as copy:
        return {name: copy.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in sorted(tables)}


def restore(engine: sa.Engine, source: Path, *, who: str) -> Literal["restored", "kept", "made"]:
    """Put a backup in the place of the database, all of it or nothing, and migrate it.

    What is there now may be of a newer release, or nothing at all: it is neither migrated nor refused first.
    Gives what became of the salt of children's keys: `restored` with the rest; or, where the backup has none, the one
    that was here is `kept`, and where there was none either a new one is `made`. Raises RefusedError where the file is
    not a whole database of the dashboard.
    """
    make_folder(engine)
    before = _salt(engine)
    had = (put_back if engine.dialect.name == "postgresql" else _copy_back)(engine, source)
    migrated = prepared(engine.url.render_as_string(hide_password=False))
    try:
        if had and key_salt.own(migrated):
            return "restored"
        key_salt.put(migrated, before or key_salt.new(), who=who, what="salt kept" if before else "salt made")
        return "kept" if before else "made"
    finally:
        migrated.dispose()


def _salt(engine: sa.Engine) -> bytes | None:
    """The salt that is there now; None where the database has none, or not even a table of it."""
    try:
        return key_salt.own(engine)
    except StoreError:
        return None


def _copy(engine: sa.Engine, target: Path) -> None:
    with sqlite_itself(engine) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _copy_back(engine: sa.Engine, source: Path) -> bool:
    """Give whether a salt came with it."""
    tables = _must_be_ours(source)
    with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as copy, sqlite_itself(engine) as target:
        copy.backup(target)
    return key_salt.TABLE in tables


def _must_be_ours(source: Path) -> set[str]:
    try:
        with closing(sqlite3.connect(f"file:{source}?mode=ro", uri=True)) as copy:
            whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            tables = {name for (name,) in copy.execute(TABLES)}
    except sqlite3.Error as error:
        raise RefusedError(f"{source} cannot be read as a backup: {error}.") from error
    if not whole or not {"alembic_version", "upload", "uploadtable"} <= tables:
        raise RefusedError(f"{source} is not a whole backup of the dashboard's database. Nothing was changed.")
    return tables
