"""Uploads taken back, brought back or discarded, each in one transaction with its audit event."""

import sqlalchemy as sa
from sqlmodel import Session

from store.audit import record
from store.engine import writing
from store.errors import RefusedError
from store.models import Status, Upload
from store.uploads.identity import detail, signed, title
from store.uploads.purge import remove
from store.uploads.save import held, make_way


def roll_back(engine: sa.Engine, upload_id: int, *, who: str) -> str:
    """Take an accepted upload out of the figures; the one that it replaced, if any, is back. Says so."""
    with writing(engine) as session:
        upload = _known(session, upload_id, Status.ACCEPTED)
        upload.status = Status.ROLLED_BACK.value
        session.flush()
        before = _back(session, upload)
        record(session, who, "rolled back", detail(upload))
    back = f"{signed(before)} is back" if before else "no earlier file is there"
    return f"{title(upload)}: rolled back; {back}."


def restore(engine: sa.Engine, upload_id: int, *, who: str) -> str:
    """Put a replaced or rolled back upload in the figures again, in the place of the accepted one. Says so."""
    with writing(engine) as session:
        upload = _known(session, upload_id, Status.REPLACED, Status.ROLLED_BACK)
        make_way(session, [upload], held(session, [upload.slot]))
        upload.status = Status.ACCEPTED.value
        record(session, who, "restored", detail(upload))
    return f"{title(upload)}: {signed(upload)} is back."


def discard(engine: sa.Engine, upload_id: int, *, who: str) -> str:
    """Remove an upload's rows and findings for good; the record that it was there stays. Says so."""
    with writing(engine) as session:
        upload = _known(session, upload_id, Status.ACCEPTED, Status.REPLACED, Status.ROLLED_BACK)
        remove(session, upload, who, "discarded")
    return f"{title(upload)}: its rows and findings are removed."


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
