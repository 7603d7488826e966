"""The app, served with the sample in its database, and a real browser to open it in."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests import databases, run

ROOT: Final = Path(__file__).parent.parent.parent
QUIET: Final = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--process-per-site",
]
PATIENCE: Final = 180


@dataclass(frozen=True)
class Kept:
    """The sample's database and snapshots, to be copied: nobody has them open."""

    database: str
    snapshots: Path


@pytest.fixture(scope="session")
def kept_sample() -> Kept:
    """Loaded once a run, by starting the app as a user starts it: from an empty database."""
    made = run.once("loaded", _loaded)
    return Kept(made["database"], Path(made["snapshots"]))


def _loaded(folder: Path) -> dict[str, str]:
    database = databases.lasting(folder)
    with served(folder, database):
        pass
    return {"database": database, "snapshots": str(folder / "snapshots")}


@pytest.fixture(scope="session")
def app_url(kept_sample: Kept) -> str:
    """Address of the app that all workers read from. What changes what others read has `own_url`."""
    return run.once("app", lambda folder: _shared(kept_sample, folder))["url"]


def _shared(kept: Kept, folder: Path) -> dict[str, str]:
    shutil.copytree(kept.snapshots, folder / "snapshots")
    server, url = begun(folder, databases.lasting(folder, like=kept.database))
    run.stop_at_end(server.pid)
    return {"url": url}


@pytest.fixture(scope="session")
def own_url(kept_sample: Kept, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an app of this worker's own, with the sample in it."""
    folder = tmp_path_factory.mktemp("own")
    with copied(kept_sample, folder) as database, served(folder, database) as url:
        yield url


@contextmanager
def copied(kept: Kept, folder: Path) -> Generator[str]:
    """URL of a copy of the sample's database, until left; its snapshots are in the folder."""
    shutil.copytree(kept.snapshots, folder / "snapshots")
    with databases.copied(kept.database, folder) as url:
        yield url


@contextmanager
def served(folder: Path, database: str, port: int | None = None, **settings: str) -> Generator[str]:
    """Address of an app of its own, with its snapshots in a folder, until left."""
    server, url = begun(folder, database, port, **settings)
    try:
        yield url
    finally:
        server.terminate()
        server.wait(20)


def begun(folder: Path, database: str, port: int | None = None, **settings: str) -> tuple[subprocess.Popen[bytes], str]:
    """Start an app and wait until it answers. Gives its process and address."""
    port = port or free_port()
    own = {"DATABASE_URL": database, "SNAPSHOT_DIR": f"{folder}/snapshots", "PORT": str(port)}
    log = folder / "log.txt"
    with log.open("w") as out:
        command = [sys.executable, "-m", "dashboard"]
        server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own, **settings}, stdout=out, stderr=out)
    _wait_for(f"http://localhost:{port}/_stcore/health", server, log)
    return server, f"http://localhost:{port}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one tests are skipped, except in CI."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Chromium to open the app in: install chromium")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield opened
        opened.close()


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("localhost", 0))
        return int(asked.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        try:
            urllib.request.urlopen(url, timeout=2)
        except OSError:
            time.sleep(0.3)
        else:
            return
    server.kill()
    pytest.fail(f"The app did not start:\n{log.read_text()}")
