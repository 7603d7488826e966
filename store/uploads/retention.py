"""Until when uploads are kept: set for one or for many, and which are past their date."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date

import polars as pl
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.audit import record
from store.engine import writing
from store.errors import RefusedError
from store.models import Status, Upload
from store.uploads.history import history


@dataclass(frozen=True)
class Which:
    """The uploads meant: of one number, or of all that agree with what is given. None: whichever."""

    upload_id: int | None = None
    borough: str | None = None
    source: str | None = None
    year: int | None = None

    def tests(self) -> list[sa.ColumnElement[bool]]:
        """Conditions on uploads whose rows are still there."""
        wanted = {"id": self.upload_id, "borough": self.borough, "source": self.source, "return_year": self.year}
        given = [col(getattr(Upload, name)) == value for name, value in wanted.items() if value is not None]
        return [col(Upload.status) != Status.DISCARDED, *given]


def keep_until(engine: sa.Engine, which: Which, day: date | None, *, who: str) -> int:
    """Keep uploads up to and including a day (None: for good). Says how many they are, every version counted.

    Raises RefusedError where there is none.
    """
    with writing(engine) as session:
        found = session.exec(select(Upload).where(*which.tests())).all()
        if not found:
            raise RefusedError("There is no such upload whose rows are still kept. Nothing was changed.")
        for upload in found:
            upload.keep_until = day
        until = day.isoformat() if day else "for good"
        record(session, who, "retention set", {**asdict(which), "until": until, "uploads": len(found)})
    return len(found)


def due(engine: sa.Engine, day: date, boroughs: Collection[str] | None = None) -> pl.DataFrame:
    """Uploads that are past their date on a day, the first due first: of these boroughs, or (None) of all.

    Columns: those of `store.uploads.history.history`.
    """
    rows = history(engine).filter(pl.col("keep_until") < day, pl.col("status") != Status.DISCARDED)
    mine = rows if boroughs is None else rows.filter(pl.col("borough").is_in(list(boroughs)))
    return mine.sort("keep_until", "id")


def past_date(session: Session, day: date, boroughs: Collection[str] | None) -> list[Upload]:
    """The uploads that are past their date on a day, as they stand within a transaction."""
    mine = [] if boroughs is None else [col(Upload.borough).in_(boroughs)]
    wanted = select(Upload).where(col(Upload.keep_until) < day, col(Upload.status) != Status.DISCARDED, *mine)
    return list(session.exec(wanted.order_by(col(Upload.id))))
