"""The snapshot: consolidated tables as Parquet, a folder a borough, one set a data version.

A cache, not a second truth: it can be thrown away and is made again from the database. A set is written beside
the others and then renamed, so a reader sees a whole one or none.
"""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

import polars as pl
import sqlalchemy as sa
from sqlmodel import Session

from loaders.consolidate import consolidate
from loaders.consolidated import CONSOLIDATED
from store import manifest
from store.accepted import Mark, digest, loaded, marks, stacked
from store.code import code_digest
from store.engine import reading
from store.errors import StoreError

DEFAULT_DIR: Final = "var/snapshots"
SHARED: Final = ("providers", "population", "published", "loaded")
SHARED_FOLDER: Final = "every-borough"
OF_BOROUGHS: Final = tuple(name for name in CONSOLIDATED if name not in SHARED)
KEPT: Final = 2
ABANDONED_SECONDS: Final = 3600


def version(engine: sa.Engine) -> str:
    """The data version: another one whenever the accepted uploads, or the rules that consolidate, change."""
    with reading(engine) as session:
        return digest(marks(session), code_digest())


def tables(engine: sa.Engine) -> dict[str, pl.LazyFrame]:
    """Consolidated tables of the accepted uploads, from the snapshot; made first where missing or damaged.

    Raises StoreError where it cannot be written.
    """
    folder = ensure(engine)
    files = {name: sorted(folder.glob(f"*/{name}.parquet")) for name in CONSOLIDATED}
    empty = {name: schema.create_empty(lazy=True) for name, schema in CONSOLIDATED.items()}
    return {name: pl.scan_parquet(found) if found else empty[name] for name, found in files.items()}


def ensure(engine: sa.Engine) -> Path:
    """Folder of the sound snapshot of the present data version."""
    with reading(engine) as session:
        accepted = marks(session)
        folder = home() / digest(accepted, code_digest())
        if not manifest.is_sound(folder):
            try:
                _make(session, accepted, folder)
            except OSError as error:
                raise StoreError(
                    f"The snapshot cannot be written to {home()} ({error.strerror}). Free some space there, or set "
                    "SNAPSHOT_DIR to a place that can be written. What was loaded is safe."
                ) from error
    return folder


def rebuild(engine: sa.Engine) -> Path:
    """Make the snapshot anew, whatever is there."""
    shutil.rmtree(home(), ignore_errors=True)
    return ensure(engine)


def home() -> Path:
    """Folder of all snapshots: SNAPSHOT_DIR, else var/snapshots."""
    return Path(os.environ.get("SNAPSHOT_DIR") or DEFAULT_DIR)


def _make(session: Session, accepted: list[Mark], folder: Path) -> None:
    working = home() / f".{folder.name}-{uuid4().hex}"
    working.mkdir(parents=True)
    try:
        keys = _write_all(session, accepted, working)
        manifest.write(working, keys)
        _put_in_place(working, folder)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    _clean_up(folder)


def _write_all(session: Session, accepted: list[Mark], working: Path) -> dict[str, str]:
    """Folder by folder; one whose uploads (and shared ones) are as in an older set is linked from there."""
    shared = [mark for mark in accepted if mark.borough is None]
    keys = {SHARED_FOLDER: digest(accepted, code_digest())}
    _write(working / SHARED_FOLDER, _shared(session, accepted, shared))
    register = {"providers": stacked(session, [mark.id for mark in shared])["providers"]}
    for borough in sorted({mark.borough for mark in accepted if mark.borough}):
        own = [mark for mark in accepted if mark.borough == borough]
        name = _slug(borough)
        keys[name] = digest([*own, *shared], code_digest(), borough)
        if not manifest.link(home(), working, name, keys[name]):
            _write(working / name, _borough(session, own, register))
    return keys


def _shared(session: Session, accepted: list[Mark], shared: list[Mark]) -> dict[str, pl.DataFrame]:
    what = loaded(session, [mark.id for mark in accepted])
    made = consolidate(stacked(session, [mark.id for mark in shared]), what)
    return {name: made[name] for name in SHARED}


def _borough(session: Session, own: list[Mark], register: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    ids = [mark.id for mark in own]
    made = consolidate({**stacked(session, ids), **register}, loaded(session, ids))
    return {name: made[name] for name in OF_BOROUGHS}


def _write(folder: Path, made: dict[str, pl.DataFrame]) -> None:
    folder.mkdir()
    for name, frame in made.items():
        frame.write_parquet(folder / f"{name}.parquet")


def _put_in_place(working: Path, folder: Path) -> None:
    """Another process may have been first: a sound set stays, a damaged one goes."""
    if not manifest.is_sound(folder):
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(FileExistsError):
            working.rename(folder)


def _clean_up(newest: Path) -> None:
    sets = [path for path in home().iterdir() if path.is_dir() and path != newest]
    whole = sorted((path for path in sets if not path.name.startswith(".")), key=_age)
    abandoned = [path for path in sets if path.name.startswith(".") and _age(path) > ABANDONED_SECONDS]
    for path in [*whole[KEPT - 1 :], *abandoned]:
        shutil.rmtree(path, ignore_errors=True)


def _age(path: Path) -> float:
    """Seconds since it was made; none where another process has just removed it."""
    return time.time() - path.stat().st_mtime if path.exists() else 0


def _slug(borough: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in borough.lower()).split())
