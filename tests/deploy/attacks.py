"""`python -m tests.deploy.attacks NAME URL SECONDS`: what somebody does to a server who wants it to serve nobody.

Each attack goes on until its time is over and says, as JSON, how often it tried and what came of it.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.typing import Origin, Subprotocol

LARGE: Final = 58_000_000
"""Bytes of a file just below what may be uploaded at all."""
CHUNK: Final = 1_000_000
MANY: Final = 150
"""Connections that are held open at once; more than the strangers' pages that a process lets stand open."""
LONGEST: Final = 30.0


@dataclass
class Came:
    """What came of an attack: how often each outcome, and the longest that an answer took."""

    url: str
    until: float
    cookie: str = ""
    outcomes: Counter[str] = field(default_factory=Counter[str])
    longest: float = 0.0

    @property
    def is_over(self) -> bool:
        """Whether its time is over."""
        return time.monotonic() >= self.until

    @property
    def host(self) -> str:
        """Name and port."""
        return urlsplit(self.url).netloc


async def origins(came: Came) -> None:
    """Ask for websockets from another site's page, ten at a time."""

    async def knock() -> str:
        try:
            async with _page(came, origin="https://evil.example"):
                return "let in"
        except InvalidStatus as refused:
            return str(refused.response.status_code)

    while not came.is_over:
        await asyncio.gather(*(_told(came, knock()) for _ in range(10)))
        await asyncio.sleep(0.5)


async def idle(came: Came) -> None:
    """Hold open as many websockets as one can without signing in, and begin again with what is closed."""

    async def hold() -> str:
        async with _page(came) as socket:
            try:
                async with asyncio.timeout(max(0.0, came.until - time.monotonic())):
                    while True:
                        await socket.recv()
            except TimeoutError:
                return "held to the end"
            except ConnectionClosed as closed:
                return f"closed with {closed.rcvd.code if closed.rcvd else 'nothing'}"

    await _many(came, hold, 1.0)


async def silent(came: Came) -> None:
    """Open connections and say nothing."""
    await _many(came, lambda: _sent(came, b"", 1.0), 1.0)


async def slow(came: Came) -> None:
    """Send a request's head a byte a second."""
    head = f"GET / HTTP/1.1\r\nHost: {came.host}\r\n".encode() + b"X-A: " + b"a" * 1000
    await _many(came, lambda: _sent(came, head, 1.0), 1.0)


async def uploads(came: Came) -> None:
    """Upload files of 58 MB, three at a time: as a presenter, who may not, and as nobody."""

    async def upload(cookie: str) -> str:
        reader, writer = await asyncio.open_connection(*came.host.split(":"))
        head = f"PUT /_stcore/upload_file/a-session/a-file HTTP/1.1\r\nHost: {came.host}\r\n"
        writer.write(f"{head}Cookie: {cookie}\r\nContent-Length: {LARGE}\r\n\r\n".encode())
        sending = asyncio.ensure_future(_pour(writer))
        line = await asyncio.wait_for(reader.readline(), LONGEST)
        sending.cancel()
        writer.close()
        return line.split(b" ")[1].decode() if line else "closed"

    while not came.is_over:
        await asyncio.gather(*(_told(came, upload(cookie)) for cookie in (came.cookie, came.cookie, "")))
        await asyncio.sleep(0.3)


async def requests(came: Came) -> None:
    """Ask for files of others, pages and what is not there, as nobody: twenty at a time."""
    paths = ("/media/0123.csv", "/_stcore/upload_file/a/b", "/cost", "/ann@brent.example", "/../etc/passwd", "/media/x")

    async def ask(path: str) -> str:
        reader, writer = await asyncio.open_connection(*came.host.split(":"))
        writer.write(f"GET {path} HTTP/1.1\r\nHost: {came.host}\r\nConnection: close\r\n\r\n".encode())
        line = await asyncio.wait_for(reader.readline(), LONGEST)
        writer.close()
        return line.split(b" ")[1].decode() if line else "closed"

    while not came.is_over:
        await asyncio.gather(*(_told(came, ask(paths[place % len(paths)])) for place in range(20)))
        await asyncio.sleep(0.2)


async def pages(came: Came) -> None:
    """Open pages as nobody and have them drawn again and again, five at a time."""
    asked = BackMsg()
    asked.rerun_script.query_string = "borough=Brent"

    async def draw() -> str:
        async with _page(came) as socket:
            for _ in range(3):
                await socket.send(asked.SerializeToString())
                await asyncio.wait_for(socket.recv(), LONGEST)
        return "the gate was drawn"

    while not came.is_over:
        await asyncio.gather(*(_told(came, draw()) for _ in range(5)))
        await asyncio.sleep(0.5)


Attack = Callable[[Came], Awaitable[None]]

ATTACKS: Final[dict[str, Attack]] = {
    each.__name__: each for each in (origins, idle, silent, slow, uploads, requests, pages)
}
ALL: Final = "all together"


def _page(came: Came, origin: str = "") -> connect:
    return connect(
        f"ws://{came.host}/_stcore/stream",
        origin=Origin(origin or came.url),
        subprotocols=[Subprotocol("streamlit")],
        proxy=None,
        open_timeout=LONGEST,
    )


async def _told(came: Came, doing: Awaitable[str]) -> None:
    """Do one thing, and note what came of it."""
    began = time.monotonic()
    try:
        outcome = await doing
    except (OSError, WebSocketException, TimeoutError, EOFError) as broken:
        outcome = type(broken).__name__
    came.outcomes[outcome] += 1
    came.longest = max(came.longest, time.monotonic() - began)


async def _many(came: Came, hold: Callable[[], Awaitable[str]], pause: float) -> None:
    """Keep many at it until the time is over, each a moment after it was let go."""

    async def on() -> None:
        while not came.is_over:
            await _told(came, hold())
            await asyncio.sleep(pause)

    await asyncio.gather(*(on() for _ in range(MANY)))


async def _sent(came: Came, head: bytes, pause: float) -> str:
    """Send a byte at each pause (nothing, where there is none) until the server closes or the time is over."""
    reader, writer = await asyncio.open_connection(*came.host.split(":"))
    closed, place = asyncio.ensure_future(reader.read(1)), 0
    while not (came.is_over or closed.done()):
        with suppress(ConnectionError):
            writer.write(head[place : place + 1])
        place += 1
        await asyncio.wait({closed}, timeout=pause)
    outcome = "closed by the server" if closed.done() else "held to the end"
    closed.cancel()
    writer.close()
    return outcome


async def _pour(writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        for _ in range(LARGE // CHUNK):
            writer.write(b"x" * CHUNK)
            await writer.drain()


async def attack(name: str, url: str, seconds: float, cookie: str = "") -> Came:
    """Go on with one of them, or with all together, for so long."""
    came = Came(url, time.monotonic() + seconds, cookie)
    chosen = ATTACKS.values() if name == ALL else [ATTACKS[name]]
    await asyncio.gather(*(each(came) for each in chosen))
    return came


def main() -> None:
    """Attack, and say what came of it."""
    name, url, seconds, cookie = sys.argv[1:5]
    came = asyncio.run(attack(name, url, float(seconds), cookie))
    sys.stdout.write(json.dumps({"outcomes": came.outcomes, "longest": came.longest}))


if __name__ == "__main__":
    main()
