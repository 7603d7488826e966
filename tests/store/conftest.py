"""A database and a snapshot folder of its own for each test: SQLite always, PostgreSQL where there is one."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.engine import prepared
from tests.store import postgres


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """In a folder of its own: pytest closes the one that it shares with other runs to other users."""
    with tempfile.TemporaryDirectory(prefix="placements-postgres-") as folder, postgres.server(Path(folder)) as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/placements.db"


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[sa.Engine]:
    made = prepared(sqlite_url)
    yield made
    made.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> Iterator[sa.Engine]:
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite")
        return
    made = prepared(postgres.emptied(request.getfixturevalue("postgres_url")))
    yield made
    made.dispose()


@pytest.fixture(autouse=True)
def snapshots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "snapshots"
    monkeypatch.setenv("SNAPSHOT_DIR", str(home))
    return home
