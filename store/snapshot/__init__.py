"""The snapshot: consolidated tables as Parquet, a folder a borough, one set a data version; and the `lake` in it.

A cache, not a second truth: it can be thrown away and is made again from the database. A set is written beside
the others and then renamed, so a reader sees a whole one or none.
"""

import os
import re
import shutil
import time
from pathlib import Path
from typing import Final
from uuid import uuid4

import polars as pl
import sqlalchemy as sa
from sqlmodel import Session

from loaders.consolidated import CONSOLIDATED
from store.engine import reading
from store.errors import StoreError
from store.snapshot import lake, manifest
from store.snapshot.build import rules, write
from store.uploads.accepted import Mark, digest, marks

DEFAULT_DIR: Final = "var/snapshots"
KEPT: Final = 2
OURS: Final = re.compile(r"[0-9a-f]{16}|\.[0-9a-f]{16}-[0-9a-f]{32}")
ABANDONED_SECONDS: Final = 3600


def version(engine: sa.Engine) -> str:
    """The data version: another one whenever the accepted uploads, or the rules that consolidate, change."""
    with reading(engine) as session:
        return digest(marks(session), *rules(session))


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
        folder = home() / digest(accepted, *rules(session))
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
    """Make the snapshot again, whatever is there."""
    for path in _ours():
        shutil.rmtree(path, ignore_errors=True)
    return ensure(engine)


def lake_of(engine: sa.Engine) -> Path:
    """Folder of the present data version's lake, whole; made again where a file of it is lost."""
    folder = ensure(engine) / lake.LAKE
    return folder if lake.is_whole(folder) else rebuild(engine) / lake.LAKE


def forget_older(engine: sa.Engine) -> None:
    """Delete every snapshot but that of the present data version, so that none holds rows that were removed."""
    present = home() / version(engine)
    for path in _ours():
        if path != present:
            shutil.rmtree(path, ignore_errors=True)
    left = [path for path in _ours() if path != present]
    if left:
        raise StoreError(f"{left[0]} still holds rows that were removed and cannot be deleted. Delete it by hand.")


def is_there(version: str) -> bool:
    """Whether there is a snapshot of a data version; `ensure` looks at whether it is sound."""
    return (home() / version / manifest.NAME).is_file()


def nearest() -> Path:
    """The folder of all snapshots, or the nearest one above it that exists."""
    return next(path for path in (home().absolute(), *home().absolute().parents) if path.exists())


def home() -> Path:
    """Folder of all snapshots: SNAPSHOT_DIR, else var/snapshots."""
    return Path(os.environ.get("SNAPSHOT_DIR") or DEFAULT_DIR)


def _make(session: Session, accepted: list[Mark], folder: Path) -> None:
    working = home() / f".{folder.name}-{uuid4().hex}"
    working.mkdir(parents=True)
    try:
        keys = write(session, accepted, working)
        manifest.write(working, keys)
        _put_in_place(working, folder)
    finally:
        shutil.rmtree(working, ignore_errors=True)
    _clean_up(folder)


def _put_in_place(working: Path, folder: Path) -> None:
    """A damaged set gives way; where another process was first with a sound one, that stays."""
    if manifest.is_sound(folder):
        return
    shutil.rmtree(folder, ignore_errors=True)
    try:
        working.rename(folder)
    except OSError:
        if not manifest.is_sound(folder):
            raise


def _clean_up(newest: Path) -> None:
    others = [path for path in _ours() if path != newest]
    whole = sorted((path for path in others if not path.name.startswith(".")), key=_age)
    abandoned = [path for path in others if path.name.startswith(".") and _age(path) > ABANDONED_SECONDS]
    for path in [*whole[KEPT - 1 :], *abandoned]:
        shutil.rmtree(path, ignore_errors=True)


def _ours() -> list[Path]:
    """Snapshots and what became of unfinished ones: nothing else in that folder is touched."""
    found = home().iterdir() if home().is_dir() else ()
    return [path for path in found if OURS.fullmatch(path.name) and path.is_dir()]


def _age(path: Path) -> float:
    """Seconds since it was made; none where another process has just removed it."""
    return time.time() - path.stat().st_mtime if path.exists() else 0
