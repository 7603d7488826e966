"""Who did what, when and from where: only ever added to, and never with a child's identifier."""

from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from datetime import date, datetime
from typing import Final, NamedTuple

import polars as pl
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.engine import reading, writing
from store.models import AuditEvent
from store.utc_time import now

Detail = Mapping[str, str | int | None]


class Event(NamedTuple):
    """Who did what, and of what it tells."""

    who: str
    what: str
    detail: Detail


FROM: Final[ContextVar[str | None]] = ContextVar("address", default=None)
"""The address that what is done now comes from, where it is known."""

SHAPE: Final = {
    "at": pl.Datetime("us", "UTC"),
    "who": pl.String,
    "what": pl.String,
    "detail": pl.String,
    "address": pl.String,
}


def record(session: Session, who: str, what: str, detail: Detail) -> None:
    """Add an event to the transaction of what it tells of, so that neither is kept without the other."""
    session.add(AuditEvent(who=who, what=what, address=FROM.get(), detail=dict(detail)))


def record_all(session: Session, events: Iterable[Event]) -> None:
    """Add many events as `record` adds one, in one statement."""
    made, address = now(), FROM.get()
    rows = [{"at": made, "who": who, "what": what, "address": address, "detail": dict(of)} for who, what, of in events]
    if rows:
        session.connection().execute(sa.insert(AuditEvent), rows)


def put(engine: sa.Engine, who: str, what: str, detail: Detail) -> None:
    """Add an event that tells of nothing else in the database: something seen, taken away or refused."""
    with writing(engine) as session:
        record(session, who, what, detail)


def events(
    engine: sa.Engine,
    limit: int | None = 1000,
    *,
    who: str | None = None,
    what: str | None = None,
    since: datetime | None = None,
) -> pl.DataFrame:
    """The newest events first: at (UTC), who, what, detail (words), address. `limit` None: all there are."""
    tests = [col(AuditEvent.who) == who] if who else []
    tests += [col(AuditEvent.what) == what] if what else []
    tests += [col(AuditEvent.at) >= since] if since else []
    newest = select(AuditEvent).where(*tests).order_by(col(AuditEvent.id).desc()).limit(limit)
    with reading(engine) as session:
        rows = [(event.at, event.who, event.what, _text(event.detail), event.address) for event in session.exec(newest)]
    return pl.DataFrame(rows, schema=SHAPE, orient="row")


def kinds(engine: sa.Engine) -> tuple[list[str], list[str]]:
    """Who is on record, and what they did, each in alphabetical order."""
    with reading(engine) as session:
        who = session.exec(select(AuditEvent.who).distinct().order_by(AuditEvent.who)).all()
        what = session.exec(select(AuditEvent.what).distinct().order_by(AuditEvent.what)).all()
    return list(who), list(what)


def _text(detail: Mapping[str, object]) -> str:
    told = {name: value.isoformat() if isinstance(value, date) else value for name, value in detail.items()}
    return ", ".join(f"{name} {value}" for name, value in told.items() if value is not None)
