"""The salt of children's keys: this installation's own, so that an identifier alone does not give a key.

It is kept in the database, beside the identifiers that it is for: whoever reads it there has them as well, all
processes have the same one, and a backup carries it without anybody having to think of it.
"""

import secrets
from hashlib import sha256
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from loaders.consolidate.child_keys import NO_SALT
from store.audit import record
from store.engine import reading, writing
from store.errors import RefusedError, StoreError
from store.models import Installation, Status, Upload

SAMPLE: Final = "sample data"
"""Who uploads the fictional consortium: the dashboard at its first start, and no person."""
BYTES: Final = 32
ROW: Final = 1
TABLE: Final = str(Installation.__tablename__)
LOST: Final = (
    "The salt of children's keys is not in the database. Restore a whole backup, or run "
    "`python -m store salt --make`: children get new keys, and small counts of the board and event releases are drawn "
    "again."
)


def in_force(session: Session) -> bytes:
    """Give what keys are made with now: none while no borough's file counts but those of the fictional consortium.

    Raises StoreError where the salt was lost.
    """
    ours = select(Upload.id).where(Upload.status == Status.ACCEPTED, col(Upload.borough).is_not(None))
    if session.exec(ours.where(Upload.who != SAMPLE).limit(1)).first() is None:
        return NO_SALT
    own = session.get(Installation, ROW)
    if own is None or len(own.salt) != BYTES:
        raise StoreError(LOST)
    return own.salt


def own(engine: sa.Engine) -> bytes | None:
    """Give the installation's own salt; None where it was lost."""
    with reading(engine) as session:
        row = session.get(Installation, ROW)
        return row.salt if row and len(row.salt) == BYTES else None


def make(engine: sa.Engine, *, who: str) -> None:
    """Make a new salt where it was lost. Raises RefusedError where there is one."""
    if own(engine) is not None:
        raise RefusedError("There is a salt of children's keys already. Nothing was changed.")
    put(engine, new(), who=who, what="salt made")


def put(engine: sa.Engine, salt: bytes, *, who: str, what: str) -> None:
    """Have this salt from now on, whatever is there; on record as `what`."""
    with writing(engine) as session:
        session.merge(Installation(id=ROW, salt=salt))
        record(session, who, what, {"fingerprint": fingerprint(salt)})


def new() -> bytes:
    """Give a salt that nobody can guess."""
    return secrets.token_bytes(BYTES)


def fingerprint(salt: bytes) -> str:
    """Eight characters by which two salts are told apart, and that do not give it away."""
    return sha256(b"fingerprint" + salt).hexdigest()[:8]
