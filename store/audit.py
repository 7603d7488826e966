"""Who did what, when: only ever added to, and never with a child's identifier."""

from collections.abc import Mapping

import polars as pl
import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.engine import reading
from store.models import AuditEvent


def record(session: Session, who: str, what: str, detail: Mapping[str, str | int | None]) -> None:
    """Add an event to the transaction of what it tells of, so that neither is kept without the other."""
    session.add(AuditEvent(who=who, what=what, detail=dict(detail)))


def events(engine: sa.Engine, limit: int = 1000) -> pl.DataFrame:
    """The newest events first: at (UTC), who, what, detail (words)."""
    newest = select(AuditEvent).order_by(col(AuditEvent.id).desc()).limit(limit)
    with reading(engine) as session:
        rows = [(event.at, event.who, event.what, _text(event.detail)) for event in session.exec(newest)]
    shape = {"at": pl.Datetime("us", "UTC"), "who": pl.String, "what": pl.String, "detail": pl.String}
    return pl.DataFrame(rows, schema=shape, orient="row")


def _text(detail: Mapping[str, object]) -> str:
    return ", ".join(f"{name} {value}" for name, value in detail.items() if value is not None)
