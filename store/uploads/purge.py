"""Rows removed for good: out of the tables, out of the pages that the database has freed, out of every snapshot."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Final

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session, col, delete

from store import snapshot
from store.audit import record
from store.engine import sqlite_itself, writing
from store.errors import StoreError
from store.models import Status, Upload, UploadFindings, UploadTable
from store.uploads.identity import title
from store.uploads.retention import past_date

HELD_ROWS: Final = ("uploadtable", "uploadfindings")
"""Tables whose files are written again."""

UNFINISHED: Final = (
    "The rows are removed, but the database could not be rewritten just now, so traces are left in its files. "
    "Run the purge again when nobody else is at work."
)


@dataclass(frozen=True)
class Purged:
    """What a purge removed: each upload in words, and how many rows they had together."""

    uploads: tuple[str, ...]
    rows: int


def purge(engine: sa.Engine, day: date, *, who: str, boroughs: Collection[str] | None = None) -> Purged:
    """Remove rows and findings of the uploads that are past their date on a day, and put that on record.

    Either all of them go or none. Then what the database has freed is written over and older snapshots are
    deleted; a purge that was cut short there is finished by the next one. `boroughs`: only of these (None: of all).
    Raises StoreError, also where the rows are gone but their traces are not yet.
    """
    with writing(engine) as session:
        gone = past_date(session, day, boroughs)
        for upload in gone:
            remove(session, upload, who, "purged")
    _without_traces(engine)
    snapshot.forget_older(engine)
    return Purged(tuple(f"{title(upload)}, {upload.filename}" for upload in gone), sum(each.rows for each in gone))


def remove(session: Session, upload: Upload, who: str, what: str) -> None:
    """Remove an upload's rows and findings in the session's transaction; the record that it was there stays."""
    upload.status = Status.DISCARDED.value
    for part in (UploadTable, UploadFindings):
        session.exec(delete(part).where(col(part.upload_id) == upload.id))
    until = upload.keep_until.isoformat() if upload.keep_until else None
    told = {name: getattr(upload, name) for name in ("id", "borough", "source", "return_year", "filename", "rows")}
    record(session, who, what, {**told, "kept until": until})


def _without_traces(engine: sa.Engine) -> None:
    """Write the database's files again, so that no freed page and no write-ahead log holds what was removed."""
    try:
        if engine.dialect.name == "postgresql":
            with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(sa.text(f"VACUUM FULL {', '.join(HELD_ROWS)}"))
            return
        with sqlite_itself(engine) as raw:
            raw.execute("VACUUM")
            is_held = bool(raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0])
    except (sqlite3.Error, DBAPIError) as error:
        raise StoreError(f"{UNFINISHED} The database said: {error}.") from error
    if is_held:
        raise StoreError(UNFINISHED)
