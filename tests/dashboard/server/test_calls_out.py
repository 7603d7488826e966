"""Nothing in the process calls out: a sink notes every address that it connects to, while strangers knock."""

import asyncio
from pathlib import Path
from typing import Final

import websockets
from websockets.exceptions import InvalidStatus

from tests.browser.conftest import served
from tests.dashboard.server import run

SINK: Final = """
import ipaddress, os, socket
_connect, _resolve = socket.socket.connect, socket.getaddrinfo
def _note(host):
    with open(os.environ["SINK"], "a") as file: file.write(f"{host}\\n")
def connect(self, address):
    if self.family in (socket.AF_INET, socket.AF_INET6) and not ipaddress.ip_address(address[0]).is_loopback:
        _note(address[0]); raise OSError("nothing is reached from here")
    return _connect(self, address)
def resolve(host, *rest, **more):
    if host not in (None, "", "localhost", "127.0.0.1", "::1", "0.0.0.0", b"localhost"):
        _note(host); raise socket.gaierror("nothing is known here")
    return _resolve(host, *rest, **more)
socket.socket.connect, socket.getaddrinfo = connect, resolve
"""
ELSEWHERE: Final = ("https://evil.example", "http://10.0.0.7:8501", "null", "http://localhost:1", "file://")


async def knock(url: str, origin: str) -> int:
    """Ask for a websocket from another site's page. Gives the status it is refused with, 101 where it is not."""
    try:
        async with websockets.connect(f"{url.replace('http', 'ws')}/_stcore/stream", origin=origin):
            return 101
    except InvalidStatus as refused:
        return refused.response.status_code


async def knocked(url: str) -> set[int]:
    assert await knock(url, url) == 101
    return set(await asyncio.gather(*(knock(url, origin) for origin in ELSEWHERE * 4)))


def test_strangers_are_refused_without_a_call_out(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(SINK)
    sink = tmp_path / "sink.txt"
    database = f"sqlite:///{tmp_path}/placements.db"
    with served(tmp_path, database, SAMPLE_DATA="off", PYTHONPATH=str(tmp_path), SINK=str(sink)) as url:
        assert run(knocked(url)) == {403}
    assert not sink.exists(), sink.read_text()
