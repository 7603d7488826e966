"""Saved views: a page with its filters, under a name that its owner gives. Each change is audited."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.audit import record
from store.engine import reading, writing
from store.errors import RefusedError
from store.free_text import SHORT, line
from store.models import SavedView

MOST = 100
"""Views that one person may keep."""

LONGEST = 2000
"""Characters of a query."""


@dataclass(frozen=True)
class Saved:
    """A view: its number, owner and name, the page's title, and the query of its address, after the `?`."""

    number: int
    who: str
    title: str
    page: str
    query: str
    at: datetime


def views(engine: sa.Engine, who: str | None = None) -> list[Saved]:
    """The views of one person, or (None) everybody's, by name and number."""
    wanted = select(SavedView).where(*([col(SavedView.who) == who] if who else []))
    with reading(engine) as session:
        found = [_saved(row) for row in session.exec(wanted)]
    return sorted(found, key=lambda view: (view.title.casefold(), view.number))


def view(engine: sa.Engine, number: int) -> Saved | None:
    """One view by its number."""
    with reading(engine) as session:
        row = session.get(SavedView, number)
        return _saved(row) if row else None


def save(engine: sa.Engine, title: str, page: str, query: str, *, who: str) -> int:
    """Save a view under a name that its owner has not used yet; gives its number. Raises RefusedError.

    The query is kept as it is: who calls leaves in it only what may be shared.
    """
    if len(query) > LONGEST:
        raise RefusedError("There are too many filters for one view. Take some off. Nothing was changed.")
    with writing(engine) as session:
        name = _fresh(session, title, who)
        if len(session.exec(select(SavedView.id).where(col(SavedView.who) == who)).all()) >= MOST:
            raise RefusedError(f"You keep {MOST} views. Remove one first. Nothing was changed.")
        row = SavedView(who=who, title=name, page=page, query=query)
        session.add(row)
        session.flush()
        number = row.id or 0
        record(session, who, "view saved", {"view": number, "page": page})
    return number


def rename(engine: sa.Engine, number: int, title: str, *, who: str) -> None:
    """Give one of one's own views another name. Raises RefusedError."""
    with writing(engine) as session:
        row = _own(session, number, who)
        row.title = _fresh(session, title, who, but=number)
        session.add(row)
        record(session, who, "view renamed", {"view": number})


def remove(engine: sa.Engine, number: int, *, who: str) -> None:
    """Remove one of one's own views. Raises RefusedError."""
    with writing(engine) as session:
        session.delete(_own(session, number, who))
        record(session, who, "view removed", {"view": number})


def _fresh(session: Session, title: str, who: str, but: int | None = None) -> str:
    """The name, put right. Raises RefusedError where its owner has it already."""
    name = line("The name", title, SHORT)
    others = session.exec(select(SavedView).where(col(SavedView.who) == who)).all()
    if any(row.title.casefold() == name.casefold() and row.id != but for row in others):
        raise RefusedError(f"You have a view of the name {name} already. Give another. Nothing was changed.")
    return name


def _own(session: Session, number: int, who: str) -> SavedView:
    row = session.get(SavedView, number)
    if row is None or row.who != who:
        raise RefusedError("This is no view of yours. Nothing was changed.")
    return row


def _saved(row: SavedView) -> Saved:
    return Saved(row.id or 0, row.who, row.title, row.page, row.query, row.at)
