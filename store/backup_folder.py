"""The folder of dated backups: how old the newest is, and which are past their days."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from store.errors import RefusedError
from store.utc_time import now

NAME: Final = re.compile(r"\d{4}-\d{2}-\d{2}-\d{6}")
FORMAT: Final = "%Y-%m-%d-%H%M%S"
"""A dated backup is called by the time, in UTC, that it was begun."""


def dated(folder: Path) -> list[Path]:
    """Every dated backup of a folder, the oldest first; none where there is no such folder."""
    try:
        return sorted(path for path in folder.iterdir() if NAME.fullmatch(path.name) and path.is_file())
    except OSError:
        return []


def next_name(folder: Path) -> Path:
    """The file for a backup that is begun now."""
    return folder / f"{now():{FORMAT}}"


def newest(folder: Path) -> Path:
    """The newest dated backup of a folder. Raises RefusedError where there is none."""
    found = dated(folder)
    if not found:
        raise RefusedError(f"There is no dated backup in {folder}: placements store backup --dated {folder} makes one.")
    return found[-1]


def begun(backup: Path) -> datetime:
    """When a dated backup was begun."""
    return datetime.strptime(backup.name, FORMAT).replace(tzinfo=UTC)


def age(folder: Path) -> timedelta | None:
    """How old the newest dated backup is; None where there is none."""
    found = dated(folder)
    return now() - begun(found[-1]) if found else None


def in_hours(old: timedelta) -> str:
    """An age in words: 3 hours old."""
    return f"{old.total_seconds() / 3600:,.0f} hours old"


def prune(folder: Path, days: int) -> list[Path]:
    """Remove dated backups that are older than so many days, but never the newest. Gives those that went."""
    old = [path for path in dated(folder)[:-1] if now() - begun(path) > timedelta(days=days)]
    for path in old:
        path.unlink(missing_ok=True)
    return old
