"""Uploads: saved, replaced, rolled back, restored, discarded, in one transaction with their audit events."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlmodel import Session, select

from loaders.reading import Reading
from store.audit import record
from store.blobs import packed
from store.engine import writing
from store.errors import RefusedError
from store.history import current, findings, found, history
from store.models import Borough, Status, Upload, UploadFindings, UploadTable
from store.purge import remove
from store.slots import signed, title, upload_of

__all__ = ["Saved", "current", "discard", "findings", "found", "history", "restore", "roll_back", "save", "save_all"]


@dataclass(frozen=True)
class Saved:
    """What became of a reading, and the sentence that says so."""

    status: Literal["stored", "replaced", "unchanged"]
    upload_id: int
    sentence: str


def save(engine: sa.Engine, reading: Reading, *, who: str) -> Saved:
    """Keep a reading: its clean rows, its findings and its account, all or nothing.

    A newer file for the same borough, source and return year replaces the older one, which stays on record.
    The same file again changes nothing. Raises RefusedError for a reading that was refused.
    """
    return save_all(engine, [reading], who=who)[0]


def save_all(engine: sa.Engine, readings: Iterable[Reading], *, who: str) -> list[Saved]:
    """Keep readings that were handed in together, as `save` keeps one: all of them, or none where one fails.

    Each is packed as it comes, so that the next may be read meanwhile.
    """
    new = [(upload_of(reading, who), _packed(reading)) for reading in readings]
    with writing(engine) as session:
        return [_save(session, upload, parts) for upload, parts in new]


def _save(session: Session, new: Upload, parts: list[UploadTable | UploadFindings]) -> Saved:
    before = _accepted(session, new.slot)
    if before and before.sha256 == new.sha256:
        return Saved("unchanged", _id(before), f"{title(new)}: this very file is already loaded.")
    _take_place(session, new, before)
    _add(session, new, parts)
    record(session, new.who, "replaced" if before else "stored", _detail(new))
    told = f"{title(new)}: {new.accepted:,} of {new.rows:,} rows stored."
    if before:
        return Saved("replaced", _id(new), f"{told} It replaces {signed(before)}.")
    return Saved("stored", _id(new), told)


def roll_back(engine: sa.Engine, upload_id: int, *, who: str) -> str:
    """Take an accepted upload out of the figures; the one that it replaced, if any, is back. Says so."""
    with writing(engine) as session:
        upload = _known(session, upload_id, Status.ACCEPTED)
        upload.status = Status.ROLLED_BACK.value
        session.flush()
        before = _back(session, upload)
        record(session, who, "rolled back", _detail(upload))
    back = f"{signed(before)} is back" if before else "no earlier file is there"
    return f"{title(upload)}: rolled back; {back}."


def restore(engine: sa.Engine, upload_id: int, *, who: str) -> str:
    """Put a replaced or rolled back upload in the figures again, in the place of the accepted one. Says so."""
    with writing(engine) as session:
        upload = _known(session, upload_id, Status.REPLACED, Status.ROLLED_BACK)
        _take_place(session, upload, _accepted(session, upload.slot))
        upload.status = Status.ACCEPTED.value
        record(session, who, "restored", _detail(upload))
    return f"{title(upload)}: {signed(upload)} is back."


def discard(engine: sa.Engine, upload_id: int, *, who: str) -> str:
    """Remove an upload's rows and findings for good; the record that it was there stays. Says so."""
    with writing(engine) as session:
        upload = _known(session, upload_id, Status.ACCEPTED, Status.REPLACED, Status.ROLLED_BACK)
        remove(session, upload, who, "discarded")
    return f"{title(upload)}: its rows and findings are removed."


def _packed(reading: Reading) -> list[UploadTable | UploadFindings]:
    """Clean rows and findings, without the upload's number yet: packing needs no other writer to wait."""
    tables = [
        UploadTable(upload_id=0, name=name, rows=frame.height, parquet=packed(frame))
        for name, frame in reading.tables.items()
    ]
    found = reading.findings
    return [*tables, UploadFindings(upload_id=0, rows=found.height, parquet=packed(found))]


def _add(session: Session, upload: Upload, parts: list[UploadTable | UploadFindings]) -> None:
    if upload.borough and not session.get(Borough, upload.borough):
        session.add(Borough(name=upload.borough))
        session.flush()
    session.add(upload)
    session.flush()
    for part in parts:
        part.upload_id = _id(upload)
        session.add(part)


def _accepted(session: Session, slot: str) -> Upload | None:
    return session.exec(select(Upload).where(Upload.slot == slot, Upload.status == Status.ACCEPTED)).first()


def _take_place(session: Session, upload: Upload, before: Upload | None) -> None:
    """Flushed at once: a slot never has two accepted uploads, not even within a transaction."""
    if before:
        before.status = Status.REPLACED.value
        upload.replaces = before.id
        session.flush()


def _back(session: Session, upload: Upload) -> Upload | None:
    """The upload whose place this one took, accepted again; None where it is not there any more."""
    before = session.get(Upload, upload.replaces) if upload.replaces else None
    if before is None or before.status != Status.REPLACED:
        return None
    before.status = Status.ACCEPTED.value
    return before


def _known(session: Session, upload_id: int, *statuses: Status) -> Upload:
    upload = session.get(Upload, upload_id)
    if upload is None:
        raise RefusedError(f"There is no upload {upload_id}.")
    if upload.status not in statuses:
        raise RefusedError(f"Upload {upload_id} is {upload.status}; this needs one that is {' or '.join(statuses)}.")
    return upload


def _id(upload: Upload) -> int:
    assert upload.id is not None, "An upload has its number once it is flushed."
    return upload.id


def _detail(upload: Upload) -> dict[str, str | int | None]:
    return {name: getattr(upload, name) for name in ("id", "borough", "source", "return_year", "filename", "rows")}
