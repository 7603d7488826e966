"""Websockets: of this dashboard's own pages alone, and of strangers no more than there is room for."""

import asyncio
from typing import Any, Final

import pytest
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from dashboard.server import websocket_limits
from dashboard.server.websocket_limits import Sockets, as_same_site, is_ours
from tests.dashboard.server import run

PUBLIC: Final = "https://placements.example.gov.uk"


@pytest.mark.parametrize(
    ("origin", "host", "public", "ours"),
    [
        (PUBLIC, "placements.example.gov.uk", PUBLIC, True),
        (PUBLIC, "placements.example.gov.uk:443", PUBLIC, True),
        ("http://placements.example.gov.uk", "placements.example.gov.uk", PUBLIC, False),
        ("https://evil.example", "placements.example.gov.uk", PUBLIC, False),
        ("https://placements.example.gov.uk.evil.example", "placements.example.gov.uk", PUBLIC, False),
        ("http://localhost:8501", "localhost:8501", PUBLIC, False),
        ("null", "placements.example.gov.uk", PUBLIC, False),
        (None, "placements.example.gov.uk", PUBLIC, True),
        ("http://localhost:8501", "localhost:8501", None, True),
        ("http://localhost:9999", "localhost:8501", None, False),
        ("https://evil.example", "localhost:8501", None, False),
        ("null", "localhost:8501", None, False),
    ],
)
def test_only_its_own_pages(origin: str | None, host: str, public: str | None, ours: bool):
    said = {"host": host} | ({"origin": origin} if origin is not None else {})
    assert is_ours(Headers(said), public) == ours


def test_what_is_ours_is_the_same_site_to_streamlit():
    headers = [(b"host", b"placements.example.gov.uk"), (b"origin", b"https://placements.example.gov.uk:8443")]
    asked = as_same_site({"type": "websocket", "headers": headers})
    assert Headers(scope=asked)["host"] == "placements.example.gov.uk:8443"
    assert Headers(scope={"type": "websocket", "headers": headers})["host"] == "placements.example.gov.uk"


class Page:
    """A page that stands open: what it was sent, and whether the app has seen it end."""

    def __init__(self, origin: bytes = PUBLIC.encode()) -> None:
        self.sent: list[Message] = []
        self.scope: Scope = {"type": "websocket", "headers": [(b"host", b"x"), (b"origin", origin)]}

    async def receive(self) -> Message:
        await asyncio.sleep(60)
        return {"type": "websocket.disconnect"}

    async def send(self, message: Message) -> None:
        self.sent.append(message)


async def waits(_scope: Scope, receive: Receive, _send: Send) -> None:
    """An app that has nothing to do until the page goes."""
    while (await receive())["type"] != "websocket.disconnect":
        pass


def test_another_site_never_reaches_the_app():
    async def never(*_: Any) -> None:
        pytest.fail("the app was asked")

    page = Page(b"https://evil.example")
    run(Sockets(never, PUBLIC)(page.scope, page.receive, page.send))
    assert page.sent == [{"type": "websocket.close", "code": websocket_limits.NOT_OURS}]


def test_the_oldest_stranger_gives_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(websocket_limits, "STRANGERS_AT_MOST", 2)
    monkeypatch.setattr(websocket_limits, "is_signed_in", lambda _headers: False)
    assert _ended(3) == [True, False, False]


def test_nobody_who_is_signed_in_gives_way(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(websocket_limits, "STRANGERS_AT_MOST", 2)
    monkeypatch.setattr(websocket_limits, "is_signed_in", lambda _headers: True)
    assert _ended(3) == [False, False, False]


def test_a_stranger_has_so_long(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(websocket_limits, "STRANGER_SECONDS", 0.02)
    monkeypatch.setattr(websocket_limits, "is_signed_in", lambda _headers: False)
    assert _ended(2) == [True, True]


def _ended(how_many: int) -> list[bool]:
    """Say of each of some pages, opened one after another, whether it was closed within a tenth of a second."""

    async def opened() -> list[bool]:
        app, pages = Sockets(waits, PUBLIC), [Page() for _ in range(how_many)]
        tasks = []
        for page in pages:
            tasks.append(asyncio.ensure_future(app(page.scope, page.receive, page.send)))
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.1)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return [{"type": "websocket.close", "code": websocket_limits.OVER} in page.sent for page in pages]

    return run(opened())
