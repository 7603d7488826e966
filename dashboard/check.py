"""`python -m dashboard check`: a sentence for each thing that an operator set up, and whether it is right.

It changes nothing, opens the database as it is, and asks no other host but the provider of sign-in.
"""

import os
from collections.abc import Callable, Sequence
from typing import Final

from rich.console import Console

from dashboard import settings
from dashboard.auth.provider import ProviderError, described
from dashboard.settings import SettingsError
from store import backup_folder, snapshot
from store.engine import address, opened, version
from store.errors import StoreError
from store.migrations.run import newest
from store.private_files import OURS_ALONE

SAY: Final = Console()


class WrongError(Exception):
    """A sentence about something that is not as it must be."""


def checked(arguments: Sequence[str]) -> int:
    """Say what is right and what is wrong; 1 where anything is, 2 for another word than check."""
    if [*arguments] != ["check"]:
        SAY.print("Usage: python -m dashboard, or python -m dashboard check", markup=False)
        return 2
    told = [_told(name, look) for name, look in LOOKS.items()]
    return 0 if all(told) else 1


def _told(name: str, look: Callable[[], str]) -> bool:
    try:
        _say(f"right  {name}: {look()}")
    except (SettingsError, StoreError, ProviderError, WrongError) as problem:
        _say(f"WRONG  {name}: {problem}")
        return False
    return True


def _say(sentence: str) -> None:
    SAY.print(sentence, markup=False, highlight=False, soft_wrap=True)


def _address() -> str:
    host, port = settings.where()
    return f"it serves on {host}, port {port}."


def _names() -> str:
    return f"it answers to {', '.join(settings.hosts())}."


def _sign_in() -> str:
    rules = settings.sign_in()
    if rules is None:
        return "nobody signs in, so that this is a demonstration for this machine alone."
    described(rules.provider)
    kept = (
        "" if os.environ.get("COOKIE_SECRET") else " COOKIE_SECRET is not set: everybody signs in again at each start."
    )
    return f"the provider answers, and people come to {rules.public}.{kept}"


def _sample() -> str:
    if settings.wants_sample():
        return "an empty database is filled with the fictional consortium; SAMPLE_DATA=off keeps it empty."
    return "an empty database stays empty."


def _logs() -> str:
    return "they are lines of JSON." if settings.wants_json() else "they are text."


def _database() -> str:
    database = opened(address())
    where, at = database.url.render_as_string(), version(database)
    database.dispose()
    if at is None:
        return f"{where} is empty, and is made ready at the first start."
    if at == newest():
        return f"{where} answers, at version {at}."
    return f"{where} answers, at version {at}: the next start brings it to {newest()}, if it is an older one."


def _snapshots() -> str:
    home = snapshot.home().absolute()
    if not os.access(snapshot.nearest(), os.W_OK):
        raise WrongError(f"{home} (SNAPSHOT_DIR) cannot be written to by this account.")
    if home.exists() and home.stat().st_mode & OURS_ALONE:
        raise WrongError(f"others on this machine may look into {home}: chmod 700 {home}.")
    return f"{home} can be written to, by this account alone."


def _backups() -> str:
    folder = settings.backups()
    if folder is None:
        return "BACKUP_DIR is not set: nobody is told how old the newest one is."
    if not os.access(folder, os.R_OK | os.X_OK):
        raise WrongError(f"{folder} (BACKUP_DIR) is not there, or cannot be read by this account.")
    old = backup_folder.age(folder)
    return f"none in {folder}." if old is None else f"the newest in {folder} is {backup_folder.in_hours(old)}."


LOOKS: Final[dict[str, Callable[[], str]]] = {
    "Address": _address,
    "Names": _names,
    "Signing in": _sign_in,
    "Sample data": _sample,
    "Logs": _logs,
    "Database": _database,
    "Snapshots": _snapshots,
    "Backups": _backups,
}
