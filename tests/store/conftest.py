"""A database and a snapshot folder of its own for each test: SQLite, and PostgreSQL at length (`make prove`).

The same tests are run on PostgreSQL alone by `make test-postgresql`, which CI does each time.

`database` is one of either; `fresh` is one of the kind that the run is about, where the kind makes no difference;
`sqlite` is for what only SQLite does.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from store.engine import prepared
from tests import databases
from tests.conftest import AT_LENGTH
from tests.store import postgres


@pytest.fixture
def postgres_url() -> Iterator[str]:
    with postgres.fresh() as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    if databases.ON_POSTGRESQL:
        pytest.skip("only SQLite does this")
    return f"sqlite:///{tmp_path}/placements.db"


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[sa.Engine]:
    made = prepared(sqlite_url)
    yield made
    made.dispose()


@pytest.fixture
def fresh_url(empty_url: str) -> str:
    return empty_url


@pytest.fixture
def fresh(fresh_url: str) -> Iterator[sa.Engine]:
    made = prepared(fresh_url)
    yield made
    made.dispose()


@pytest.fixture(
    params=["postgresql"] if databases.ON_POSTGRESQL else ["sqlite", "postgresql"] if AT_LENGTH else ["sqlite"]
)
def either_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{'postgres' if request.param == 'postgresql' else 'sqlite'}_url"))


@pytest.fixture
def database(either_url: str) -> Iterator[sa.Engine]:
    made = prepared(either_url)
    yield made
    made.dispose()


@pytest.fixture(autouse=True)
def snapshots(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "snapshots"
    monkeypatch.setenv("SNAPSHOT_DIR", str(home))
    return home
