"""A file of one's own comes however a browser asks for it; nobody else's does."""

from collections.abc import Mapping
from typing import Any, Final

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard.auth import refusal_log, sessions
from dashboard.auth.sessions import Refusal, Seat, Why
from dashboard.server import file_guard
from store.people import Person, Role
from store.utc_time import now
from tests.dashboard.server import run

CONTENT: Final = b"borough,value\n" + b"Brent,1\n" * 1000
CLAIMS: Final = {"email": "bo@brent.example", "iat": 1}
SEAT: Final = Seat(
    sessions.fingerprint(CLAIMS), Person("bo@brent.example", "Bo", Role.COMMISSIONER, ("Brent",)), now(), False
)


async def media(request: Request) -> Response:
    """A server of files that answers in part, or that nothing changed, where that is asked for."""
    if request.headers.get("if-none-match"):
        return Response(b"", 304)
    if request.headers.get("range"):
        return Response(CONTENT[:10], 206)
    return Response(CONTENT, media_type="text/csv")


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Starlette:
    monkeypatch.setattr(file_guard, "claims_of", lambda _cookies: dict(CLAIMS))
    monkeypatch.setattr(file_guard, "seat", _seat)
    monkeypatch.setattr(refusal_log, "put", lambda *_args, **_more: None)
    sessions.made_for(CLAIMS, CONTENT)
    before = [Middleware(file_guard.Guard), Middleware(GZipMiddleware)]
    return Starlette(routes=[Route("/media/a.csv", media)], middleware=before)


def ask(app: Starlette, *, method: str = "GET", **headers: str) -> httpx2.Response:
    """Ask for the file as a browser would."""

    async def asked() -> httpx2.Response:
        transport = httpx2.ASGITransport(app)
        async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as browser:
            told = {name.replace("_", "-"): value for name, value in headers.items()}
            return await browser.request(method, "/media/a.csv", headers=told)

    return run(asked())


def _seat(told: Mapping[str, Any]) -> Seat | Refusal:
    return SEAT if told else Refusal(Why.NOBODY)


@pytest.mark.parametrize("encoding", ["gzip", "gzip, deflate, br, zstd", "identity", ""])
def test_it_comes_whole_compressed_or_not(client: Starlette, encoding: str):
    answer = ask(client, accept_encoding=encoding)
    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert (answer.headers.get("content-encoding") == "gzip") == ("gzip" in encoding)


@pytest.mark.parametrize("header", [{"range": "bytes=0-9"}, {"if-none-match": '"x"'}, {"if-modified-since": "now"}])
def test_no_part_of_it_is_taken_for_another_file(client: Starlette, header: dict[str, str]):
    answer = ask(client, accept_encoding="gzip", **header)
    assert (answer.status_code, answer.content) == (200, CONTENT)


def test_its_head_alone_comes_too(client: Starlette):
    answer = ask(client, method="HEAD", accept_encoding="identity")
    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (200, b"", str(len(CONTENT)))


def test_a_file_of_somebody_else_does_not(client: Starlette, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(file_guard, "seat", lambda _told: Seat("another", SEAT.person, SEAT.until, False))
    for encoding in ("gzip", "identity"):
        answer = ask(client, accept_encoding=encoding)
        assert answer.status_code == 403
        assert b"Brent" not in answer.content
