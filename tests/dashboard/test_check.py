"""`python -m dashboard check`: a sentence for each thing that is set up, and 1 where one is wrong."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from dashboard.check import LOOKS, checked
from store.engine import prepared

DESCRIBED = {"authorization_endpoint": "a", "token_endpoint": "b", "jwks_uri": "c"}


@pytest.fixture(autouse=True)
def set_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, empty_url: str) -> None:
    for name in ("HOST", "PORT", "SIGN_IN_URL", "ALLOWED_HOSTS", "LOG", "SAMPLE_DATA", "COOKIE_SECRET"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DATABASE_URL", empty_url)
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path / "snapshots"))


@pytest.fixture
def provider() -> Iterator[str]:
    """Give the address of a provider of sign-in that describes itself at /right and says nothing of use at /wrong."""

    class Described(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(DESCRIBED if self.path == "/right" else {}).encode())

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Described)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def lines(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """Give what was said by what it is about: right or WRONG, and the sentence."""
    parted = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()]
    return {rest.partition(":")[0]: f"{verdict} {rest.partition(':')[2].strip()}" for verdict, rest in parted}


def test_all_is_right_without_settings_and_nothing_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    before = {*tmp_path.rglob("*")}
    assert checked(["check"]) == 0
    said = lines(capsys)
    assert said.keys() == LOOKS.keys()
    assert {verdict.split()[0] for verdict in said.values()} == {"right"}
    assert {*tmp_path.rglob("*")} == before


def test_each_thing_that_is_wrong_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "snapshots").mkdir(mode=0o755)
    (tmp_path / "snapshots").chmod(0o755)
    given = {"PORT": "many", "ALLOWED_HOSTS": "*", "LOG": "xml", "SAMPLE_DATA": "perhaps"}
    for name, value in {**given, "DATABASE_URL": "postgresql://ann:x@127.0.0.1:1/placements"}.items():
        monkeypatch.setenv(name, value)
    assert checked(["check"]) == 1
    said = lines(capsys)
    assert {name for name, verdict in said.items() if verdict.startswith("WRONG")} == {
        *("Address", "Names", "Sample data", "Logs", "Database", "Snapshots")
    }
    assert "does not answer" in said["Database"]
    assert "chmod 700" in said["Snapshots"]


@pytest.mark.parametrize(
    ("path", "verdict"),
    [("/right", "right the provider answers"), ("/wrong", "WRONG SIGN_IN_URL is no provider's description of itself")],
)
def test_the_provider_is_asked(
    monkeypatch: pytest.MonkeyPatch, provider: str, capsys: pytest.CaptureFixture[str], path: str, verdict: str
):
    for name, value in {
        "SIGN_IN_URL": provider + path,
        "SIGN_IN_CLIENT_ID": "placements",
        "SIGN_IN_CLIENT_SECRET": "secret",
        "PUBLIC_URL": "https://placements.example.gov.uk",
    }.items():
        monkeypatch.setenv(name, value)
    assert checked(["check"]) == (0 if path == "/right" else 1)
    said = lines(capsys)["Signing in"]
    assert said.startswith(verdict)
    assert "secret" not in said.lower().replace("cookie_secret", "")


def test_a_database_says_its_version(empty_url: str, capsys: pytest.CaptureFixture[str]):
    prepared(empty_url).dispose()
    assert checked(["check"]) == 0
    assert "answers, at version 0" in lines(capsys)["Database"]


def test_another_word_is_told_what_there_is(capsys: pytest.CaptureFixture[str]):
    assert checked(["chekc"]) == 2
    assert "python -m dashboard check" in capsys.readouterr().out
