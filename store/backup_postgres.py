"""Copies of a PostgreSQL database by its own programs, which must be on this machine: pg_dump and pg_restore."""

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from store.errors import RefusedError, StoreError
from store.key_salt import TABLE

OURS: Final = ("TABLE public alembic_version", "TABLE public upload ", "TABLE public uploadtable")
DEBIAN: Final = Path("/usr/lib/postgresql")
"""Where Debian keeps them, in a folder a version, when they are not on the path."""
COPY: Final = re.compile(rb"COPY public\.(\S+) .*FROM stdin;$")
END: Final = b"\\.\n"
"""How a table's rows begin and end where pg_restore writes them as text: a line a row."""
PATIENCE: Final = "-c lock_timeout=60s"
"""For readers and writers to let go of a table that is to be replaced."""


def dump(engine: sa.Engine, target: Path) -> None:
    """Copy the database to a file, one moment's state of it, in pg_dump's custom format."""
    _run(engine, "pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", str(target))


def put_back(engine: sa.Engine, source: Path) -> bool:
    """Replace the database's tables by those of a file, in one transaction. Gives whether a salt came with them.

    Raises RefusedError where the file is no backup.
    """
    listed = _listed(source)
    whole = ("--clean", "--if-exists", "--single-transaction", "--exit-on-error")
    engine.dispose()
    _run(engine, "pg_restore", *whole, "--no-owner", "--no-privileges", str(source))
    return f"TABLE DATA public {TABLE} " in listed


def rows_in(source: Path) -> dict[str, int]:
    """Read a backup through to its end, and give the rows of each of its tables. Raises RefusedError."""
    _listed(source)
    command = [_program("pg_restore"), "--data-only", "--file", "-", str(source)]
    counted: dict[str, int] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        assert reading.stdout is not None, "It was opened so."
        table = ""
        for line in reading.stdout:
            if table and line == END:
                table = ""
            elif table:
                counted[table] += 1
            elif found := COPY.match(line):
                table = found[1].decode().strip('"')
                counted[table] = 0
        if reading.wait() != 0:
            raise RefusedError(f"{source} cannot be read to its end: it is no whole backup.")
    return counted


def _listed(source: Path) -> str:
    listed = _run(None, "pg_restore", "--list", str(source))
    if not all(name in listed for name in OURS):
        raise RefusedError(f"{source} is not a whole backup of the dashboard's database. Nothing was changed.")
    return listed


def _run(engine: sa.Engine | None, name: str, *rest: str) -> str:
    """What a program says. The password goes by the environment: a command line can be read by others."""
    where, secret = address(engine.url) if engine else ((), {})
    command = [_program(name), *where, *rest]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env={**os.environ, "PGOPTIONS": PATIENCE, **secret}
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or [f"exit code {done.returncode}"])[-1]
        raise RefusedError(f"The backup could not be made or read: {last}. The database is as it was.")
    return done.stdout


def address(url: sa.URL) -> tuple[tuple[str, ...], dict[str, str]]:
    """How the programs are told of a database: its address on the command line, its password beside it."""
    bare = url.set(drivername="postgresql")
    shown = sa.URL.create(bare.drivername, bare.username, None, bare.host, bare.port, bare.database, bare.query)
    return ("--dbname", shown.render_as_string()), {"PGPASSWORD": url.password} if url.password else {}


def _program(name: str) -> str:
    kept = sorted(DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0)
    found = str(kept[-1]) if kept else shutil.which(name)
    if found is None:
        raise StoreError(f"{name} is not on this machine: install PostgreSQL's client programs, or run it elsewhere.")
    return found
