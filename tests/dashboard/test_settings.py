"""What an operator may set: alone on this machine, or signing in by TLS."""

import pytest

from dashboard import settings
from dashboard.settings import SettingsError

WHOLE = {
    "SIGN_IN_URL": "https://login.example/.well-known/openid-configuration",
    "SIGN_IN_CLIENT_ID": "placements",
    "SIGN_IN_CLIENT_SECRET": "secret",
    "PUBLIC_URL": "https://placements.example.gov.uk/",
}
NAMES = (*WHOLE, "COOKIE_SECRET", "SIGN_IN_CONTACT", "IDLE_MINUTES", "ALLOWED_HOSTS", "HOST", "PORT")


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
