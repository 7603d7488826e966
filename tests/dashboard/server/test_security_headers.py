"""Hosts, headers and cookies: what is refused, and what every answer carries."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send

from dashboard.server.login_return import Returning, asked_from, kept_in
from dashboard.server.security_headers import Protect, host_of, policy


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """An app that sets the cookies that Streamlit does, and sends one back after signing in."""
    answer = PlainTextResponse("here")
    if scope["path"] == "/oauth2callback":
        answer = PlainTextResponse("", 302, {"location": "/"})
    answer.set_cookie("_streamlit_user", "told", max_age=2592000, httponly=True, samesite="lax")
    await answer(scope, receive, send)


def ended(answering: Coroutine[Any, Any, None]) -> None:
    """Run to its end in a thread of its own: a browser's tests leave a loop running in this one."""
    with ThreadPoolExecutor(1) as one:
        one.submit(asyncio.run, answering).result()


def get(around: Callable[..., Any], path: str = "/", **headers: str) -> tuple[int, Headers, list[str]]:
    """Status, headers and cookies of an answer."""
    sent: list[Message] = []
    given = [(name.encode(), value.encode()) for name, value in ({"host": "us.example"} | headers).items()]
    scope: Scope = {"type": "http", "method": "GET", "path": path, "headers": given, "query_string": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    ended(around(scope, receive, send))
    told = Headers(raw=sent[0]["headers"])
    return sent[0]["status"], told, told.getlist("set-cookie")


def protected(is_tls: bool = True) -> Protect:
    return Protect(app, ("us.example", "localhost", "::1"), is_tls)


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("us.example", 200),
        ("US.example:8501", 200),
        ("localhost:8501", 200),
        ("[::1]:8501", 200),
        ("evil.example", 400),
        ("us.example.evil.example", 400),
        ("", 400),
    ],
)
def test_other_hosts_are_refused(host: str, status: int):
    assert get(protected(), host=host)[0] == status


def test_a_websocket_of_another_host_is_closed():
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    scope: Scope = {"type": "websocket", "path": "/_stcore/stream", "headers": [(b"host", b"evil.example")]}
    ended(protected()(scope, receive, send))
    assert sent == [{"type": "websocket.close", "code": 1008}]


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/script-health-check"])
def test_the_server_tells_nothing_about_itself(path: str):
    assert get(protected(), path)[0] == 404


@pytest.mark.parametrize("host", ["us.example", "evil.example"])
def test_every_answer_carries_the_headers(host: str):
    _, told, _ = get(protected(), host=host)
    assert told["x-content-type-options"] == "nosniff"
    assert told["content-security-policy"] == policy()
    assert "max-age" in told["strict-transport-security"]


def test_hsts_is_said_only_behind_tls():
    assert "strict-transport-security" not in get(protected(is_tls=False))[1]


def test_the_policy_lets_nothing_be_evaluated_and_nobody_frame_it():
    rules = dict(each.partition(" ")[::2] for each in policy().split("; "))
    assert "'unsafe-eval'" not in policy()
    assert "'unsafe-inline'" not in rules["script-src"]
    assert rules["script-src"].count("'sha256-") >= 2
    assert (rules["default-src"], rules["frame-ancestors"]) == ("'none'", "'none'")
    assert not any("http" in sources or "*" in sources for sources in rules.values())


def test_cookies_are_kept_to_tls_and_end_with_the_browser():
    assert get(protected())[2] == ["_streamlit_user=told; HttpOnly; Path=/; SameSite=lax; Secure"]
    assert "Secure" not in get(protected(is_tls=False))[2][0]


@pytest.mark.parametrize(
    ("given", "host"), [("us.example:443", "us.example"), ("[::1]:80", "::1"), ("US.EXAMPLE.", "us.example")]
)
def test_a_host_is_its_name(given: str, host: str):
    assert host_of(given) == host


@pytest.mark.parametrize(
    ("referer", "page"),
    [
        ("https://us.example/out-of-area?borough=Brent&from=Jan+2026", "/out-of-area?borough=Brent&from=Jan+2026"),
        ("https://us.example", "/"),
        ("https://evil.example/out-of-area", ""),
        ("https://us.example//evil.example", ""),
        ("https://us.example/a/b", ""),
        ("https://us.example/oauth2callback", ""),
        ("", ""),
    ],
)
def test_the_page_that_was_asked_for(referer: str, page: str):
    assert asked_from(Headers({"referer": referer, "host": "us.example"})) == page


def test_one_is_sent_back_there_and_nowhere_else():
    _, _, cookies = get(Returning(app), "/auth/login", referer="https://us.example/cost?borough=Brent")
    cookie = next(each for each in cookies if each.startswith("placements_back="))
    assert "HttpOnly" in cookie
    kept = cookie.partition(";")[0]
    assert kept_in(Headers({"cookie": kept})) == "/cost?borough=Brent"
    status, told, _ = get(Returning(app), "/oauth2callback", cookie=kept)
    assert (status, told["location"]) == (302, "/cost?borough=Brent")
    for forged in ("//evil.example", "https://evil.example", "/cost\r\nx: y", "/../x"):
        assert get(Returning(app), "/oauth2callback", cookie=f'placements_back="{forged}"')[1]["location"] == "/"
