"""The way to the provider and back: a provider that does not answer is said in words, and nobody is sent elsewhere."""

import pytest
from starlette.types import Message, Receive, Scope, Send

from dashboard.server import login_return
from dashboard.server.login_return import CALLBACK, LOG_IN, Returning
from tests.dashboard.server.test_security_headers import ended

SETTINGS = {
    "SIGN_IN_URL": "https://login.example/x",
    "SIGN_IN_CLIENT_ID": "placements",
    "SIGN_IN_CLIENT_SECRET": "secret",
    "PUBLIC_URL": "https://placements.example.gov.uk",
    "SIGN_IN_CONTACT": "Ann & <Bo>",
}


def asked(path: str, status: int, location: str = "/", cookie: str = "") -> tuple[int, dict[str, str], str]:
    """What comes of a request that the app answers with a status."""
    sent: list[Message] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        given = [(b"set-cookie", cookie.encode())] if cookie else []
        answered = [(b"location", location.encode()), *given]
        await send({"type": "http.response.start", "status": status, "headers": answered})
        await send({"type": "http.response.body", "body": b"Authentication error"})

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request"}

    headers = [
        (b"host", b"here"),
        (b"referer", b"https://here/cost?borough=Brent"),
        (b"cookie", b"placements_back=/cost"),
    ]
    ended(Returning(app)({"type": "http", "method": "GET", "path": path, "headers": headers}, receive, send))
    told = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], told, b"".join(each.get("body", b"") for each in sent[1:]).decode()


def test_a_provider_that_does_not_answer_is_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, faults: list[str]
):
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    status, headers, words = asked(LOG_IN, 400)
    assert (status, headers["retry-after"], headers["cache-control"]) == (503, "30", "no-store")
    assert "does not answer. Nothing is wrong with your account" in words
    assert "tell Ann &amp; &lt;Bo&gt;." in words
    assert "Authentication error" not in words
    assert "nobody can sign in" in caplog.text
    faults.clear()


def test_whoever_signs_in_comes_back_to_where_they_were():
    status, headers, _ = asked(LOG_IN, 302, "https://login.example/authorize")
    assert (status, headers["location"]) == (302, "https://login.example/authorize")
    assert headers["set-cookie"].startswith("placements_back=")
    assert "/cost?borough=Brent" in headers["set-cookie"]
    assert asked(CALLBACK, 302)[1]["location"] == "/cost"
    assert asked(CALLBACK, 302, "https://elsewhere.example")[1]["location"] == "https://elsewhere.example"


@pytest.mark.parametrize(
    ("cookie", "is_there", "status"),
    [
        ("_streamlit_user=abc; Path=/; HttpOnly", False, 302),
        ('_streamlit_user=""; Max-Age=0; Path=/', False, 503),
        ("", False, 503),
        ("", True, 302),
    ],
)
def test_a_provider_that_is_gone_when_somebody_comes_back_is_said_too(
    monkeypatch: pytest.MonkeyPatch, faults: list[str], cookie: str, is_there: bool, status: int
):
    for name, value in SETTINGS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(login_return, "answers_now", lambda provider: is_there and provider == SETTINGS["SIGN_IN_URL"])
    found, _, words = asked(CALLBACK, 302, cookie=cookie)
    assert found == status
    assert ("does not answer. Nothing is wrong with your account" in words) == (status == 503)
    faults.clear()
