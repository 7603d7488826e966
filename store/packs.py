"""The board packs that were made: what of, from which data version, by whom, and the fingerprint of each file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import col, select

from store.audit import record
from store.engine import reading, writing
from store.models import PackMade


@dataclass(frozen=True)
class Pack:
    """A pack that was made. `settings` is what is asked again to make it again; `number` and `at` come from here."""

    who: str
    release: str
    version: str
    filename: str
    sha256: str
    format: str
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])
    number: int = 0
    at: datetime | None = None


def record_pack(engine: sa.Engine, pack: Pack) -> int:
    """Put a pack on record and in the audit; gives its number."""
    with writing(engine) as session:
        row = PackMade(
            who=pack.who,
            release=pack.release,
            settings=dict(pack.settings),
            version=pack.version,
            filename=pack.filename,
            sha256=pack.sha256,
            format=pack.format,
        )
        session.add(row)
        session.flush()
        told = {"pack": row.id, "file": pack.filename, "release": pack.release, "version": pack.version}
        record(session, pack.who, "pack made", told)
        return row.id or 0


def packs(engine: sa.Engine, limit: int | None = 100) -> list[Pack]:
    """The packs that were made, the newest first; `limit` None: all there are."""
    wanted = select(PackMade).order_by(col(PackMade.id).desc()).limit(limit)
    with reading(engine) as session:
        return [_pack(row) for row in session.exec(wanted)]


def _pack(row: PackMade) -> Pack:
    number = row.id or 0
    return Pack(row.who, row.release, row.version, row.filename, row.sha256, row.format, row.settings, number, row.at)
