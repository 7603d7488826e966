"""The files of a snapshot, written folder by folder."""

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import polars as pl
from sqlmodel import Session

from loaders.consolidate import consolidate
from loaders.consolidated import CONSOLIDATED
from store.blobs import packed
from store.key_salt import fingerprint, in_force
from store.rulings import rulings, told
from store.snapshot import lake, manifest
from store.snapshot.code_digest import code_digest
from store.uploads.accepted import Mark, digest, loaded, stacked

SHARED: Final = ("providers", "population", "published", "neighbours", "indicators", "loaded")
SHARED_FOLDER: Final = "every-borough"
OF_BOROUGHS: Final = tuple(name for name in CONSOLIDATED if name not in SHARED)
AT_ONCE: Final = 16
"""Boroughs consolidated together: one by one costs four times the time, all of England more memory."""


def rules(session: Session) -> tuple[str, str, str]:
    """What makes a snapshot besides the uploads: code that consolidates, what people have ruled, the keys' salt."""
    return code_digest(), told(rulings(session)), fingerprint(in_force(session))


def write(session: Session, accepted: list[Mark], working: Path) -> dict[str, str]:
    """Folder by folder, with the key of what each was made from; one that an older set has is linked."""
    shared = stacked(session, [mark.id for mark in accepted if mark.borough is None])
    files = _write_shared(_shared(session, accepted, shared), working)
    uploads = {name: [mark for mark in accepted if mark.borough == name] for name in _boroughs(accepted)}
    made_by, salt = rules(session), in_force(session)
    also = (*made_by, hashlib.sha256(packed(shared["providers"])).hexdigest())
    keys = {name: digest(marks, *also) for name, marks in uploads.items()}
    linked = {name: found for name in keys if (found := _linked(working, name, keys[name])) is not None}
    changed = [name for name in keys if name not in linked]
    for start in range(0, len(changed), AT_ONCE):
        some = {name: uploads[name] for name in changed[start : start + AT_ONCE]}
        made = _consolidated(session, some, shared["providers"], salt)
        files |= _write_boroughs(some, made, working)
    lake.finish(
        working / lake.LAKE, keys, {path: file for each in (files, *linked.values()) for path, file in each.items()}
    )
    return {SHARED_FOLDER: digest(accepted, *made_by)} | {_slug(name): key for name, key in keys.items()}


def _linked(working: Path, borough: str, key: str) -> lake.Files | None:
    """A borough's folder and its part of the lake, from an older set; None where it must be written."""
    if not manifest.link(working.parent, working, _slug(borough), key):
        return None
    files = lake.link(working.parent, working / lake.LAKE, borough, key)
    if files is None:
        shutil.rmtree(working / _slug(borough))
    return files


def _boroughs(accepted: list[Mark]) -> list[str]:
    return sorted({mark.borough for mark in accepted if mark.borough})


def _shared(session: Session, accepted: list[Mark], clean: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    made = consolidate(clean, loaded(session, [mark.id for mark in accepted]))
    return {name: made[name] for name in SHARED}


def _write_shared(made: dict[str, pl.DataFrame], working: Path) -> lake.Files:
    _write(working / SHARED_FOLDER, made)
    return lake.write_shared(working / lake.LAKE, made)


def _consolidated(
    session: Session, uploads: dict[str, list[Mark]], providers: pl.DataFrame, salt: bytes
) -> dict[str, pl.DataFrame]:
    ids = [mark.id for marks in uploads.values() for mark in marks]
    clean = stacked(session, ids) | {"providers": providers}
    return consolidate(clean, loaded(session, ids), rulings(session), salt)


def _write_boroughs(uploads: Iterable[str], made: dict[str, pl.DataFrame], working: Path) -> lake.Files:
    files: lake.Files = {}
    for borough in uploads:
        own = {name: made[name].filter(borough=borough) for name in OF_BOROUGHS}
        _write(working / _slug(borough), own)
        files |= lake.write(working / lake.LAKE, borough, own)
    return files


def _write(folder: Path, made: dict[str, pl.DataFrame]) -> None:
    folder.mkdir()
    for name, frame in made.items():
        (folder / f"{name}.parquet").write_bytes(packed(frame))


def _slug(borough: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in borough.lower()).split())
