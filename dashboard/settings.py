"""What an operator sets, from the environment: where to serve, and how people sign in."""

import os
import re
import secrets
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from dashboard.auth.groups import CLAIM, Group, GroupsError, groups_of

LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
"""Addresses that only this machine reaches."""

CALLBACK: Final = "/oauth2callback"
IDLE_MINUTES: Final = 30
CONTACT: Final = "whoever runs this dashboard"
"""Whom to ask, where the operator names nobody."""
FEWEST_CHARACTERS: Final = 32
"""Of the secret that cookies are signed with."""

WORDS: Final = dict.fromkeys(("on", "true", "yes", "1"), True) | dict.fromkeys(("off", "false", "no", "0"), False)
LOGS: Final = {"": False, "text": False, "json": True}
HOST_NAME: Final = re.compile(r"(?!-)[\w-]+(\.[\w-]+)*")
"""A name that browsers ask for, with neither scheme nor port."""
LAST_PORT: Final = 65_535

HERE: Final[list[str]] = []
"""The secret of this process, where the operator sets none: everybody signs in again after a restart."""


class SettingsError(Exception):
    """A sentence for the operator: which setting is wrong, and what to do."""


@dataclass(frozen=True)
class SignIn:
    """How people sign in: the provider of OpenID Connect, this dashboard's name there, and its own address.

    `groups` give roles to people who are not on the list; `groups_claim` is where a token names a person's groups.
    """

    provider: str
    client: str
    secret: str
    public: str
    cookie_secret: str
    contact: str
    idle: timedelta
    groups: tuple[Group, ...] = ()
    groups_claim: str = CLAIM

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
    rest = ("SIGN_IN_CONTACT", "IDLE_MINUTES", "SIGN_IN_GROUPS", "SIGN_IN_GROUPS_CLAIM")
    return _sign_in(*(os.environ.get(name, "").strip() for name in (*names, *rest)))


@lru_cache(maxsize=8)
def _sign_in(
    provider: str,
    client: str,
    secret: str,
    public: str,
    cookie_secret: str,
    contact: str,
    idle: str,
    groups: str,
    claim: str,
) -> SignIn | None:
    if not provider:
        return None
    given = {"SIGN_IN_CLIENT_ID": client, "SIGN_IN_CLIENT_SECRET": secret, "PUBLIC_URL": public}
    _must_be_there(given)
    if cookie_secret and len(cookie_secret) < FEWEST_CHARACTERS:
        raise SettingsError(f"COOKIE_SECRET is short: make it {FEWEST_CHARACTERS} characters or more, at random.")
    _must_be_address("SIGN_IN_URL", provider)
    _must_be_address("PUBLIC_URL", public)
    _must_be_a_host_alone(public)
    return SignIn(
        provider,
        client,
        secret,
        public.rstrip("/"),
        cookie_secret or _of_process(),
        contact or CONTACT,
        _idle(idle),
        _groups(groups),
        claim or CLAIM,
    )


def _groups(given: str) -> tuple[Group, ...]:
    try:
        return groups_of(given)
    except GroupsError as problem:
        raise SettingsError(f"SIGN_IN_GROUPS cannot be followed: {problem}.") from problem


def _must_be_there(given: Mapping[str, str]) -> None:
    missing = [name for name, value in given.items() if not value]
    if missing:
        raise SettingsError(f"SIGN_IN_URL turns signing in on; {' and '.join(missing)} must be set too.")


def _must_be_address(name: str, given: str) -> None:
    """TLS throughout, but on this machine alone."""
    parts = urlsplit(given)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise SettingsError(f"{name} must begin with https://; it is {given}.")
    try:
        is_whole = parts.hostname is not None and parts.port != 0
    except ValueError:
        is_whole = False
    if not is_whole:
        raise SettingsError(f"{name} is no address such as https://placements.example.gov.uk; it is {given}.")


def _must_be_a_host_alone(given: str) -> None:
    parts = urlsplit(given)
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username:
        raise SettingsError(
            "PUBLIC_URL must be a host, with a port where it is not the usual one, and nothing after it; "
            f"it is {given}."
        )


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
    if not (port.isdecimal() and 0 < int(port) <= LAST_PORT):
        raise SettingsError(f"PORT must be a number from 1 to {LAST_PORT}; it is {port}.")
    if sign_in() is None and host not in LOOPBACK:
        raise SettingsError(
            f"HOST is {host}, which others reach, and nobody signs in. Set SIGN_IN_URL (docs/operators.md says how), "
            "or leave HOST out: without signing in this is a local demonstration, for this machine alone."
        )
    return host, int(port)


def must_be_free(host: str, port: int) -> None:
    """Raise SettingsError where nothing can be served there: no address of this machine, or another program's port."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as problem:
        raise SettingsError(f"HOST is {host}, which is no address that can be found.") from problem
    told = [_why_not(family, address) for family, _, _, _, address in found]
    if all(told):
        raise SettingsError(f"Nothing can be served on {host}, port {port} (HOST, PORT): {told[0]}.")


def _why_not(family: int, address: Any) -> str | None:
    """Say why nothing can be served there; None where it can."""
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(address)
        except OSError as problem:
            return problem.strerror or type(problem).__name__
    return None


def hosts() -> tuple[str, ...]:
    """Give the names that the dashboard answers to: ALLOWED_HOSTS, its own address, and this machine's.

    Raises SettingsError for what is no name of a host, such as * or an address with a port.
    """
    set_up = sign_in()
    own = (set_up.host,) if set_up else ()
    also = tuple(name.strip() for name in os.environ.get("ALLOWED_HOSTS", "").split(",") if name.strip())
    wrong = [name for name in also if not HOST_NAME.fullmatch(name)]
    if wrong:
        raise SettingsError(
            f"ALLOWED_HOSTS must be names such as placements.internal, with commas between; it has {', '.join(wrong)}."
        )
    return (*own, *also, *LOOPBACK)


def wants_sample() -> bool:
    """Say whether an empty database is filled with the fictional consortium. Raises SettingsError."""
    given = os.environ.get("SAMPLE_DATA", "on").strip().lower() or "on"
    if given not in WORDS:
        raise SettingsError(f"SAMPLE_DATA must be on or off; it is {given}.")
    return WORDS[given]


def wants_json() -> bool:
    """Say whether logs are lines of JSON. Raises SettingsError."""
    given = os.environ.get("LOG", "").strip().lower()
    if given not in LOGS:
        raise SettingsError(f"LOG must be json or text; it is {given}.")
    return LOGS[given]


def backups() -> Path | None:
    """Give the folder of dated backups whose age is watched; None where none is set."""
    given = os.environ.get("BACKUP_DIR", "").strip()
    return Path(given) if given else None


def monitored() -> int | None:
    """Give the port of this machine alone at which a monitor asks; None: none does. Raises SettingsError."""
    given = os.environ.get("METRICS_PORT", "").strip()
    if not given:
        return None
    if not (given.isdecimal() and 0 < int(given) <= LAST_PORT):
        raise SettingsError(f"METRICS_PORT must be a number from 1 to {LAST_PORT}; it is {given}.")
    if given == os.environ.get("PORT", "8501"):
        raise SettingsError(f"METRICS_PORT must not be PORT; both are {given}.")
    return int(given)


def must_be_free_for_a_monitor() -> None:
    """Raise SettingsError where METRICS_PORT is set and another program has that port."""
    port = monitored()
    try:
        if port is not None:
            must_be_free(LOOPBACK[1], port)
    except SettingsError as problem:
        raise SettingsError(f"METRICS_PORT is {port}, which another program has.") from problem


def must_be_right() -> None:
    """Raise SettingsError for the first setting that cannot be followed."""
    for read in (wants_json, sign_in, where, hosts, wants_sample, monitored):
        read()
