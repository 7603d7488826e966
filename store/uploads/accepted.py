"""What is accepted at one moment: which uploads, their clean rows, and what that makes the data version."""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

import polars as pl
from sqlmodel import Session, col, select

from loaders.consolidated import Loaded
from loaders.tables import CLEAN
from store.blobs import as_declared, unpacked
from store.models import Status, Upload, UploadTable

EVERY_BOROUGH: Final = "Every borough"
"""Borough of what no borough uploaded: the provider register, population, published figures."""


@dataclass(frozen=True)
class Mark:
    """An accepted upload, as far as the data version goes. `borough` is null for what all boroughs share."""

    id: int
    borough: str | None
    sha256: str
    at: datetime


def marks(session: Session) -> list[Mark]:
    """The accepted uploads, in order."""
    wanted = select(Upload.id, Upload.borough, Upload.sha256, Upload.at)
    rows = session.exec(wanted.where(Upload.status == Status.ACCEPTED).order_by(col(Upload.id)))
    return [Mark(number, borough, sha, at) for number, borough, sha, at in rows.all() if number is not None]


def digest(marks: Iterable[Mark], *also: str) -> str:
    """Sixteen characters that change when an upload comes, goes or returns (ids alone recur in a new database)."""
    told = [f"{mark.id} {mark.sha256} {mark.at.isoformat()}" for mark in marks]
    return hashlib.sha256("\n".join([*also, *told]).encode()).hexdigest()[:16]


def stacked(session: Session, upload_ids: Collection[int]) -> dict[str, pl.DataFrame]:
    """Every clean table of these uploads, in the order they came; empty where none has it.

    Where two files of a borough and year hold the same table (a CSV and an XML return), the rows of the one that speaks
    up to the later day stand alone, of two that speak up to one day the newer one's.
    """
    wanted = select(UploadTable, Upload.borough, Upload.return_year).join(Upload)
    rows = session.exec(wanted.where(col(Upload.id).in_(upload_ids)).order_by(col(Upload.as_at), col(Upload.id))).all()
    frames: dict[str, dict[object, pl.DataFrame]] = {name: {} for name in CLEAN}
    for table, borough, year in rows:
        if table.rows:
            key = (borough, year) if borough else table.upload_id
            frames[table.name][key] = as_declared(unpacked(table.parquet), CLEAN[table.name])
    return {name: pl.concat([CLEAN[name].create_empty(), *parts.values()]) for name, parts in frames.items()}


def loaded(session: Session, upload_ids: Collection[int]) -> pl.DataFrame:
    """What is loaded, as the consolidated table of that name: one row an upload; times in UTC."""
    return told_of(session.exec(select(Upload).where(col(Upload.id).in_(upload_ids)).order_by(col(Upload.id))))


def told_of(uploads: Iterable[Upload]) -> pl.DataFrame:
    """Uploads as rows of the consolidated table of what is loaded."""
    rows = [_loaded(upload) for upload in uploads]
    shape = {name: column.dtype for name, column in Loaded.columns().items()}
    return pl.DataFrame(rows, schema=shape, orient="row")


def _loaded(upload: Upload) -> tuple[str, str, str, int | None, date | None, int, int, datetime]:
    at = upload.at.astimezone(UTC).replace(tzinfo=None)
    borough = upload.borough or EVERY_BOROUGH
    told = (upload.return_year, upload.as_at, upload.rows, upload.set_aside, at)
    return borough, upload.source, upload.filename, *told
