"""A PostgreSQL for the tests: the one given, else one of their own where its programs are installed."""

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
import sqlalchemy as sa

from tests import run

MISSING = (
    "no PostgreSQL to test on: set DATABASE_URL_TEST_POSTGRES to an empty database of somebody who may make more, "
    "or install psycopg and PostgreSQL's programs (initdb, pg_ctl)"
)


EMPTY = "template0"


@contextmanager
def fresh(like: str = EMPTY) -> Generator[str]:
    """URL of a database of its own on the run's server, until left: empty, or as another is that nobody has open."""
    url = made(like)
    try:
        yield url
    finally:
        _tell(f"DROP DATABASE {sa.make_url(url).database} WITH (FORCE)")


def made(like: str = EMPTY) -> str:
    """URL of a new database on the run's server: empty, or as another is that nobody has open."""
    name = f"test_{secrets.token_hex(8)}"
    _tell(f"CREATE DATABASE {name} TEMPLATE {like}")
    return sa.make_url(shared()).set(database=name).render_as_string(hide_password=False)


def _tell(command: str) -> None:
    """Have the run's server do what cannot be done in a transaction."""
    address = sa.make_url(shared()).set(drivername="postgresql+psycopg")
    bare = sa.create_engine(address, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
    with bare.connect() as connection:
        connection.execute(sa.text(command))


def shared() -> str:
    """URL of the run's own server: started by the first who asks, stopped when the run ends."""
    given = os.environ.get("DATABASE_URL_TEST_POSTGRES")
    return given or run.once("postgres", _shared)["url"]


def _shared(folder: Path) -> dict[str, str]:
    _must_be_there()
    url = _begun(folder)
    run.stop_at_end(int((folder / "data/postmaster.pid").read_text().split()[0]), signal.SIGQUIT)
    return {"url": url}


@contextmanager
def server(folder: Path) -> Generator[str]:
    """URL of a database for tests. In CI there must be one; elsewhere tests are skipped without it."""
    given = os.environ.get("DATABASE_URL_TEST_POSTGRES")
    if given:
        yield given
    else:
        _must_be_there()
        url = _begun(folder)
        try:
            yield url
        finally:
            _run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop", user=_user())


def _must_be_there() -> None:
    if not (find_spec("psycopg") and _program("initdb") and _program("pg_ctl")):
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)


def _begun(folder: Path) -> str:
    """Make the files of a server in a folder, and start it. Gives the URL of its first database."""
    user = _user()
    if user:
        shutil.chown(folder, user)
        for parent in folder.parents:
            if parent == Path(tempfile.gettempdir()):
                break
            parent.chmod(parent.stat().st_mode | 0o011)
    _run("initdb", "-D", f"{folder}/data", "-U", "postgres", "--no-sync", user=user)
    start(folder)
    return f"postgresql://postgres@/postgres?host={folder}"


def start(folder: Path) -> None:
    """Start the server whose files are in a folder, and wait until it answers."""
    quiet = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=400"
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
