"""Every upload on record, and taking one back or putting it back."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.data.data_source import changed, database
from loaders.catalogue import TITLES
from store.models import Status
from store.uploads import restore as upload_restore
from store.uploads.accepted import EVERY_BOROUGH
from store.uploads.history import history
from store.utc_time import LONDON


@dataclass(frozen=True)
class Past:
    """One upload on record: what it is, who handed it in and when (time in London), its counts, where it stands."""

    id: int
    title: str
    borough: str
    year: int | None
    file: str
    who: str
    at: datetime
    status: str
    counts: dict[str, int]
    keep_until: date | None = None

    @property
    def is_in(self) -> bool:
        """Say whether it is in the figures: it can be rolled back; if not, it can be restored unless discarded."""
        return self.status == Status.ACCEPTED

    @property
    def name(self) -> str:
        """Name what it stands for."""
        year = f"return year {self.year}" if self.year else None
        return ", ".join(part for part in (self.borough, self.title, year) if part)


COUNTS: Final = ("rows", "accepted", "repaired", "set_aside", "blank")


def past(borough: str | None, status: str | None) -> list[Past]:
    """Give the uploads on record, the newest first, of a borough and a status (None: all)."""
    rows = history(database()).with_columns(pl.col("at").dt.convert_time_zone(LONDON))
    if borough:
        rows = rows.filter(borough=borough)
    if status:
        rows = rows.filter(status=status)
    return [_past(row) for row in rows.iter_rows(named=True) if scope().may_see_files(row["borough"])]


def _past(row: dict[str, Any]) -> Past:
    return Past(
        id=row["id"],
        title=TITLES.get(row["source"]) or str(row["source"]),
        borough=row["borough"] or EVERY_BOROUGH,
        year=row["return_year"],
        file=row["filename"],
        who=row["who"],
        at=row["at"],
        status=row["status"],
        counts={name: row[name] for name in COUNTS},
        keep_until=row["keep_until"],
    )


def roll_back(upload: Past) -> str:
    """Take an upload out of the figures and say what stands there now. Raises StoreError or PermissionError."""
    _must_be_own(upload)
    told = upload_restore.roll_back(database(), upload.id, who=scope().who)
    changed()
    return told


def restore(upload: Past) -> str:
    """Put an upload back into the figures and say so. Raises StoreError or PermissionError."""
    _must_be_own(upload)
    told = upload_restore.restore(database(), upload.id, who=scope().who)
    changed()
    return told


def whose(upload: Past) -> str | None:
    """Name the borough of an upload; None: all boroughs share it."""
    return None if upload.borough == EVERY_BOROUGH else upload.borough


def may_turn(upload: Past) -> bool:
    """Say whether the reader may take an upload back, or put it back."""
    return scope().may_hand_in(whose(upload))


def _must_be_own(upload: Past) -> None:
    if not may_turn(upload):
        raise PermissionError("Uploads are taken back only in the working release, of your own boroughs.")
