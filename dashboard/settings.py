"""What an operator sets, from the environment: where to serve, and how people sign in."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
"""Addresses that only this machine reaches."""

CALLBACK: Final = "/oauth2callback"
IDLE_MINUTES: Final = 30
FEWEST_CHARACTERS: Final = 32
"""Of the secret that cookies are signed with."""

HERE: Final[list[str]] = []
"""The secret of this process, where the operator sets none: everybody signs in again after a restart."""


class SettingsError(Exception):
    """A sentence for the operator: which setting is wrong, and what to do."""


@dataclass(frozen=True)
class SignIn:
    """How people sign in: the provider of OpenID Connect, this dashboard's name there, and its own address."""

    provider: str
    client: str
    secret: str
    public: str
    cookie_secret: str
    contact: str
    idle: timedelta

    @property
    def is_tls(self) -> bool:
        """Say whether people reach the dashboard by TLS."""
        return self.public.startswith("https://")

    @property
    def host(self) -> str:
        """Name the host that people reach it by."""
        return urlsplit(self.public).hostname or ""

    def as_secrets(self) -> dict[str, Any]:
        """Give what Streamlit takes from a file of secrets, without one."""
        auth: dict[str, Any] = {
            "redirect_uri": self.public + CALLBACK,
            "cookie_secret": self.cookie_secret,
            "client_id": self.client,
            "client_secret": self.secret,
            "server_metadata_url": self.provider,
        }
        return {"auth": auth}


def sign_in() -> SignIn | None:
    """Give how people sign in; None: nobody does, and only this machine is served. Raises SettingsError."""
    names = ("SIGN_IN_URL", "SIGN_IN_CLIENT_ID", "SIGN_IN_CLIENT_SECRET", "PUBLIC_URL", "COOKIE_SECRET")
    return _sign_in(*(os.environ.get(name, "").strip() for name in (*names, "SIGN_IN_CONTACT", "IDLE_MINUTES")))


@lru_cache(maxsize=8)
def _sign_in(
    provider: str, client: str, secret: str, public: str, cookie_secret: str, contact: str, idle: str
) -> SignIn | None:
    if not provider:
        return None
    given = {"SIGN_IN_CLIENT_ID": client, "SIGN_IN_CLIENT_SECRET": secret, "PUBLIC_URL": public}
    _must_be_there(given)
    if cookie_secret and len(cookie_secret) < FEWEST_CHARACTERS:
        raise SettingsError(f"COOKIE_SECRET is short: make it {FEWEST_CHARACTERS} characters or more, at random.")
    _must_be_address("SIGN_IN_URL", provider)
    _must_be_address("PUBLIC_URL", public)
    told = contact or "whoever runs this dashboard"
    return SignIn(provider, client, secret, public.rstrip("/"), cookie_secret or _of_process(), told, _idle(idle))


def _must_be_there(given: Mapping[str, str]) -> None:
    missing = [name for name, value in given.items() if not value]
    if missing:
        raise SettingsError(f"SIGN_IN_URL turns signing in on; {' and '.join(missing)} must be set too.")


def _must_be_address(name: str, given: str) -> None:
    """TLS throughout, but on this machine alone."""
    parts = urlsplit(given)
    if parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return
    raise SettingsError(f"{name} must begin with https://; it is {given}.")


def _idle(given: str) -> timedelta:
    if given and not (given.isdecimal() and int(given) > 0):
        raise SettingsError(f"IDLE_MINUTES must be a number of minutes; it is {given}.")
    return timedelta(minutes=int(given or IDLE_MINUTES))


def _of_process() -> str:
    if not HERE:
        HERE.append(secrets.token_hex())
    return HERE[0]


def where() -> tuple[str, int]:
    """Give the address and port to serve on. Raises SettingsError for one that others reach while nobody signs in."""
    host, port = os.environ.get("HOST", LOOPBACK[0]), os.environ.get("PORT", "8501")
    if not port.isdecimal():
        raise SettingsError(f"PORT must be a number; it is {port}.")
    if sign_in() is None and host not in LOOPBACK:
        raise SettingsError(
            f"HOST is {host}, which others reach, and nobody signs in. Set SIGN_IN_URL (docs/operators.md says how), "
            "or leave HOST out: without signing in this is a local demonstration, for this machine alone."
        )
    return host, int(port)


def hosts() -> tuple[str, ...]:
    """Give the names that the dashboard answers to: ALLOWED_HOSTS, its own address, and this machine's."""
    set_up = sign_in()
    own = (set_up.host,) if set_up else ()
    also = tuple(name.strip() for name in os.environ.get("ALLOWED_HOSTS", "").split(",") if name.strip())
    return (*own, *also, *LOOPBACK)
