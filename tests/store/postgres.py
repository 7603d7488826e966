"""A PostgreSQL for the tests: the one given, else one of their own where its programs are installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
import sqlalchemy as sa

MISSING = (
    "no PostgreSQL to test on: set DATABASE_URL_TEST_POSTGRES to an empty database, "
    "or install psycopg and PostgreSQL's programs (initdb, pg_ctl)"
)


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """URL of a database for tests. In CI there must be one; elsewhere tests are skipped without it."""
    given = os.environ.get("DATABASE_URL_TEST_POSTGRES")
    if given:
        yield given
    elif find_spec("psycopg") and _program("initdb") and _program("pg_ctl"):
        with _own(folder) as url:
            yield url
    elif os.environ.get("CI"):
        pytest.fail(MISSING)
    else:
        pytest.skip(MISSING)


@contextmanager
def _own(folder: Path) -> Iterator[str]:
    user = _user()
    if user:
        shutil.chown(folder, user)
        for parent in folder.parents:
            if parent == Path(tempfile.gettempdir()):
                break
            parent.chmod(parent.stat().st_mode | 0o011)
    _run("initdb", "-D", f"{folder}/data", "-U", "postgres", "--no-sync", user=user)
    start(folder)
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        _run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop", user=user)


def start(folder: Path) -> None:
    """Start the server whose files are in a folder, and wait until it answers."""
    quiet = f"-k {folder} -c listen_addresses= -c fsync=off"
    _run("pg_ctl", "-D", f"{folder}/data", "-o", quiet, "-l", f"{folder}/log", "-w", "start", user=_user())


def kill(folder: Path) -> None:
    """Kill the server whose files are in a folder, as a lack of memory or a pulled plug would."""
    os.kill(int((folder / "data/postmaster.pid").read_text().split()[0]), signal.SIGKILL)


def _user() -> str | None:
    """PostgreSQL does not run as root."""
    return "postgres" if os.getuid() == 0 else None


def _program(name: str) -> str | None:
    """Debian keeps the server's programs off the path, in a folder a version."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(kept[-1]) if kept else None)


def _run(name: str, *rest: str, user: str | None) -> None:
    command = [_program(name) or name, *rest]
    subprocess.run(command, check=True, user=user, stdout=subprocess.DEVNULL, cwd="/")


def emptied(url: str) -> str:
    """The same database with nothing in it."""
    bare = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"))
    with bare.begin() as connection:
        connection.execute(sa.text("DROP SCHEMA public CASCADE"))
        connection.execute(sa.text("CREATE SCHEMA public"))
    bare.dispose()
    return url
