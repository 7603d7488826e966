"""While one thread of the server reads the worst of files, over and over, the server answers the others."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.conftest import AT_LENGTH
from tests.loaders.safe.bombs import BOMBS

WORST = ("csv: as many rows as may be", "xlsx: one sheet many times", "xml: headers by episodes")
SECONDS = 2.0
"""The longest that others may wait, in the middle of many times that they ask."""

SCRIPT = """
import sys, threading, time
from pathlib import Path
from dashboard.server.start import main
from loaders import read

def often():
    while not Path(sys.argv[1]).exists():
        time.sleep(0.01)
    while True:
        read(Path(sys.argv[1]), name="BRE/2025/missing.csv")

threading.Thread(target=often, daemon=True).start()
main()
"""


@pytest.fixture(params=WORST if AT_LENGTH else WORST[:1])
def port(request: pytest.FixtureRequest, tmp_path: Path, empty_url: str) -> Iterator[int]:
    """A server that reads a bomb all the time, from when it has started, as a session's thread would."""
    bomb, made = tmp_path / "bomb", tmp_path / "made"
    made.write_bytes(BOMBS[request.param][0]())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        number = free.getsockname()[1]
    place = {"PORT": str(number), "DATABASE_URL": empty_url, "SNAPSHOT_DIR": str(tmp_path / "s")}
    with subprocess.Popen([sys.executable, "-c", SCRIPT, str(bomb)], env=os.environ | place) as server:
        _wait(number)
        made.rename(bomb)
        yield number
        server.kill()


def _wait(port: int) -> None:
    for _ in range(240):
        try:
            answered(port)
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail("the server did not start")


def answered(port: int) -> float:
    """Seconds until the server says that it is well, and gives its page."""
    begun = time.perf_counter()
    for path in ("_stcore/health", ""):
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=60) as answer:
            assert answer.status == 200
    return time.perf_counter() - begun


def test_others_are_answered_while_the_worst_file_is_read(port: int):
    waits = []
    for _ in range(20):
        waits.append(answered(port))
        time.sleep(0.1)
    assert median(waits) < SECONDS
    assert max(waits) < 5 * SECONDS
