"""What an operator may set: alone on this machine, or signing in by TLS."""

import re
import socket

import pytest

from dashboard import settings
from dashboard.settings import SettingsError

WHOLE = {
    "SIGN_IN_URL": "https://login.example/.well-known/openid-configuration",
    "SIGN_IN_CLIENT_ID": "placements",
    "SIGN_IN_CLIENT_SECRET": "secret",
    "PUBLIC_URL": "https://placements.example.gov.uk/",
}
NAMES = (
    *WHOLE,
    "COOKIE_SECRET",
    "SIGN_IN_CONTACT",
    "IDLE_MINUTES",
    "ALLOWED_HOSTS",
    "HOST",
    "PORT",
    "LOG",
    "SAMPLE_DATA",
)


@pytest.fixture(autouse=True)
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)


def put(monkeypatch: pytest.MonkeyPatch, **given: str) -> None:
    for name, value in given.items():
        monkeypatch.setenv(name, value)


def test_without_settings_nobody_signs_in_and_this_machine_alone_is_served():
    assert settings.sign_in() is None
    assert settings.where() == ("localhost", 8501)


@pytest.mark.parametrize("host", ["0.0.0.0", "10.1.2.3", "::", "placements.example.gov.uk", ""])
def test_no_other_address_is_served_while_nobody_signs_in(monkeypatch: pytest.MonkeyPatch, host: str):
    put(monkeypatch, HOST=host)
    with pytest.raises(SettingsError, match="for this machine alone"):
        settings.where()
    put(monkeypatch, **WHOLE)
    assert settings.where() == (host, 8501)


def test_the_provider_turns_signing_in_on(monkeypatch: pytest.MonkeyPatch):
    put(monkeypatch, **WHOLE, ALLOWED_HOSTS="placements.internal, x.example")
    rules = settings.sign_in()
    assert rules is not None
    assert (rules.is_tls, rules.host, rules.idle.seconds) == (True, "placements.example.gov.uk", 1800)
    assert rules.as_secrets()["auth"]["redirect_uri"] == "https://placements.example.gov.uk/oauth2callback"
    assert settings.hosts()[:3] == ("placements.example.gov.uk", "placements.internal", "x.example")
    assert len(rules.cookie_secret) >= 32
    assert settings.sign_in() == rules


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"PUBLIC_URL": ""}, "PUBLIC_URL must be set"),
        ({"PUBLIC_URL": "http://placements.example.gov.uk"}, "must begin with https"),
        ({"SIGN_IN_URL": "http://login.example"}, "must begin with https"),
        ({"COOKIE_SECRET": "short"}, "COOKIE_SECRET is short"),
        ({"IDLE_MINUTES": "soon"}, "number of minutes"),
        ({"IDLE_MINUTES": "0"}, "number of minutes"),
        ({"PORT": "web"}, "PORT must be a number"),
    ],
)
def test_what_is_set_wrongly_is_said(monkeypatch: pytest.MonkeyPatch, changed: dict[str, str], why: str):
    put(monkeypatch, **(WHOLE | changed))
    with pytest.raises(SettingsError, match=why):
        settings.where()


def test_http_will_do_on_this_machine(monkeypatch: pytest.MonkeyPatch):
    put(monkeypatch, **(WHOLE | {"PUBLIC_URL": "http://localhost:8501"}))
    rules = settings.sign_in()
    assert rules is not None
    assert not rules.is_tls


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        *((word, False) for word in ("off", "OFF", "false", "No", "0", " off ")),
        *((word, True) for word in ("on", "True", "YES", "1", "")),
    ],
)
def test_no_fictional_child_is_loaded_where_sample_data_is_off_in_any_spelling(
    monkeypatch: pytest.MonkeyPatch, given: str, wanted: bool
):
    put(monkeypatch, SAMPLE_DATA=given)
    assert settings.wants_sample() is wanted


@pytest.mark.parametrize("given", ["json", "JSON", " Json "])
def test_logs_are_json_in_any_case(monkeypatch: pytest.MonkeyPatch, given: str):
    put(monkeypatch, LOG=given)
    assert settings.wants_json()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"SAMPLE_DATA": "never"}, "SAMPLE_DATA must be on or off; it is never"),
        ({"LOG": "yaml"}, "LOG must be json or text; it is yaml"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS must be names"),
        ({"ALLOWED_HOSTS": "a.example, https://b.example"}, "it has https://b.example"),
        ({"ALLOWED_HOSTS": "a.example:8443"}, "it has a.example:8443"),
        ({"PORT": "0"}, "PORT must be a number from 1 to 65535"),
        ({"PORT": "99999"}, "PORT must be a number from 1 to 65535"),
        (WHOLE | {"PUBLIC_URL": "https://example.gov.uk/placements"}, "nothing after it"),
        (WHOLE | {"PUBLIC_URL": "https://example.gov.uk?x=1"}, "nothing after it"),
        (WHOLE | {"PUBLIC_URL": "https://example.gov.uk:many"}, "PUBLIC_URL is no address"),
        (WHOLE | {"PUBLIC_URL": "https://"}, "PUBLIC_URL is no address"),
    ],
)
def test_what_cannot_be_followed_is_refused_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], why: str
):
    put(monkeypatch, **given)
    with pytest.raises(SettingsError, match=re.escape(why)):
        settings.must_be_right()


def test_a_public_address_may_have_a_port(monkeypatch: pytest.MonkeyPatch):
    put(monkeypatch, **WHOLE | {"PUBLIC_URL": "https://placements.example.gov.uk:8443/"})
    settings.must_be_right()


def test_a_port_that_another_program_has_is_told_and_a_host_that_is_none():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SettingsError, match=r"Nothing can be served on 127\.0\.0\.1, port .*in use"):
            settings.must_be_free("127.0.0.1", taken.getsockname()[1])
        with pytest.raises(SettingsError, match="no address that can be found"):
            settings.must_be_free("no-such-host.invalid", 8501)
