"""Processes of the app on one PostgreSQL and one folder of snapshots, with nginx before them."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.browser.conftest import ROOT, free_port
from tests.deploy.test_nginx import NGINX, configured

PATIENCE: Final = 240


@dataclass
class Replica:
    """One process, known by its port."""

    folder: Path
    database: str
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its own address."""
        return f"http://localhost:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it is ready."""
        own = {"DATABASE_URL": self.database, "SNAPSHOT_DIR": f"{self.folder}/snapshots", "PORT": str(self.port)}
        names = {"ALLOWED_HOSTS": "placements.example.gov.uk", "SAMPLE_DATA": "on", "LOG": "json"}
        log = (self.folder / f"{self.port}.log").open("ab")
        command = [sys.executable, "-m", "dashboard"]
        self.process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own, **names}, stdout=log, stderr=log)
        until = time.monotonic() + PATIENCE
        while not is_ready(self.url):
            assert time.monotonic() < until, "it did not start"
            assert self.process.poll() is None, "it ended"
            time.sleep(0.2)

    def end(self, sign: int) -> tuple[int, float]:
        """Send it a signal and wait for its end. Gives its exit code and the seconds that it took."""
        assert self.process
        began = time.monotonic()
        self.process.send_signal(sign)
        return self.process.wait(60), time.monotonic() - began


def is_ready(url: str) -> bool:
    """Ask for readiness."""
    try:
        with urllib.request.urlopen(f"{url}/_stcore/ready", timeout=20) as answer:
            return answer.status == 200
    except OSError:
        return False


@contextmanager
def behind_nginx(folder: Path, replicas: list[Replica]) -> Generator[str]:
    """Address for websockets through nginx, which keeps each cookie with one process; until left."""
    assert NGINX, "nginx is not installed (apt-get install nginx-light)"
    secure = free_port()
    servers = "".join(f"server 127.0.0.1:{each.port} max_fails=0;\n" for each in replicas)
    upstream = f"upstream placements {{\nhash $placements_at consistent;\n{servers}keepalive 32;\n}}\n"
    whole = configured(folder, upstream, secure, free_port())
    ours = whole.with_name("placements.conf")
    ours.write_text(re.sub("server_name placements.example.gov.uk", r"\g<0> localhost", ours.read_text()))
    server = subprocess.Popen([NGINX, "-c", str(whole), "-g", "daemon off;"], stderr=subprocess.DEVNULL)
    try:
        _wait_for(secure)
        yield f"wss://localhost:{secure}"
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(port: int) -> None:
    """Wait until a server listens."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("localhost", port), 1):
            return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on port {port}")
