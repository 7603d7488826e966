"""The databases that tests make: SQLite's, or PostgreSQL's where the setting TEST_DATABASE says postgresql."""

import os
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest
import sqlalchemy as sa

from store.backup import backup
from store.engine import opened
from tests.store import postgres

ON_POSTGRESQL: Final = os.environ.get("TEST_DATABASE", "sqlite") == "postgresql"


FIXTURES: Final = frozenset(
    {"empty_url", "idle_url", "module_url", "filled", "kept_sample", "either_url", "postgres_url", "sqlite_url"}
)
"""What a test has that opens a database: the others do the same whatever it is."""


def refuse_sqlite() -> None:
    """Have SQLite refused in this process from now on, so that nothing is tested on it unseen."""

    @sa.event.listens_for(sa.Engine, "do_connect")
    def refuse(dialect: sa.Dialect, *_: object) -> None:
        assert dialect.name != "sqlite", "On PostgreSQL a test opened SQLite."


@contextmanager
def empty(folder: Path) -> Generator[str]:
    """URL of a database with nothing in it, until left; SQLite keeps it in the folder."""
    if ON_POSTGRESQL:
        with postgres.fresh() as url:
            yield url
    else:
        yield _sqlite(folder)


def lasting(folder: Path, like: str | None = None) -> str:
    """URL of a database that is there until the run ends: empty, or as another is that nobody writes to."""
    if ON_POSTGRESQL:
        return postgres.made(like=_name(like) if like else postgres.EMPTY)
    if like:
        _copy(like, folder)
    return _sqlite(folder)


@contextmanager
def copied(url: str, folder: Path) -> Generator[str]:
    """URL of a database as another is that nobody writes to, until left."""
    if ON_POSTGRESQL:
        with postgres.fresh(like=_name(url)) as copy:
            yield copy
    else:
        _copy(url, folder)
        yield _sqlite(folder)


def _sqlite(folder: Path) -> str:
    return f"sqlite:///{folder}/placements.db"


def _name(url: str) -> str:
    return str(sa.make_url(url).database)


def _copy(url: str, folder: Path) -> None:
    source = opened(url)
    backup(source, folder / "placements.db")
    source.dispose()


@pytest.fixture
def empty_url(tmp_path: Path) -> Iterator[str]:
    """Give the URL of a database of this test's own with nothing in it."""
    with empty(tmp_path) as url:
        yield url


@pytest.fixture(scope="session")
def idle_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the URL of a database that nobody writes to, for what only asks whether there is anything in one."""
    with empty(tmp_path_factory.mktemp("idle")) as url:
        yield url


@pytest.fixture
def nothing_stored(idle_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the product find that database, and not the developer's own."""
    monkeypatch.setenv("DATABASE_URL", idle_url)


@pytest.fixture(scope="module")
def module_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the URL of an empty database that the tests of a file share."""
    with empty(tmp_path_factory.mktemp("module")) as url:
        yield url


@pytest.fixture
def own_database(empty_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Have the product find an empty database and no snapshots; give the database's URL."""
    monkeypatch.setenv("DATABASE_URL", empty_url)
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path / "snapshots"))
    return empty_url
