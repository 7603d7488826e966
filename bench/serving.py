"""A server of a benchmark's own: its database, its snapshots, its port, until it is left."""

import os
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from urllib.request import urlopen

PATIENCE: Final = 180
"""Seconds for a server to answer, and to stop."""


def own(folder: Path, port: int) -> dict[str, str]:
    """Give an environment whose database, snapshots and port are a benchmark's own."""
    given = {"DATABASE_URL": f"sqlite:///{folder}/app.db", "SNAPSHOT_DIR": str(folder / "snapshots"), "PORT": str(port)}
    return os.environ | given


@contextmanager
def serving(folder: Path, port: int, *program: str) -> Generator[subprocess.Popen[bytes]]:
    """Run a program of ours that serves, `dashboard` say, until left; it answers when this begins."""
    given = [sys.executable, "-m", *program]
    server = subprocess.Popen(given, env=own(folder, port), stdout=subprocess.DEVNULL)
    try:
        _await(f"http://localhost:{port}/_stcore/health")
        yield server
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _await(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(address):
                return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError("The server did not answer.")
