"""Signings in: when each began, when its person was last at work, and whether it still counts. Each end is audited."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.audit import record
from store.engine import reading, writing
from store.models import SignIn, User
from store.utc_time import now

EVERY: Final = timedelta(minutes=1)
"""How often it is written down that someone is at work."""


@dataclass(frozen=True)
class Known:
    """What the database says of a signing in: the person on the list (None: nobody), and it itself (None: not seen).

    `is_removed` says that the person was on the list and is not any more.
    """

    user: User | None
    signin: SignIn | None
    is_removed: bool = False


def known(engine: sa.Engine, key: str, email: str) -> Known:
    """Look a signing in and its person up."""
    with reading(engine) as session:
        user = session.exec(select(User).where(User.email == email)).first()
        is_removed = user is not None and not user.is_active
        return Known(None if is_removed else user, session.get(SignIn, key), is_removed)


def begin(engine: sa.Engine, key: str, email: str, until: datetime, address: str | None) -> None:
    """Put a signing in on record, once."""
    with writing(engine) as session:
        if session.get(SignIn, key) is None:
            session.add(SignIn(key=key, email=email, until=until, address=address))
            record(session, email, "signed in", {"until": until.isoformat(timespec="minutes")})


def at_work(engine: sa.Engine, signin: SignIn) -> bool:
    """Write down that the person is at work, not more often than once a minute; say whether it was."""
    if now() - signin.last_seen < EVERY:
        return False
    with writing(engine) as session:
        kept = session.get(SignIn, signin.key)
        if kept and kept.ended is None:
            kept.last_seen = now()
            session.add(kept)
    return True


def end(engine: sa.Engine, key: str, why: str) -> None:
    """End one signing in: its identity token counts no more, whatever its own expiry."""
    with writing(engine) as session:
        kept = session.get(SignIn, key)
        if kept and kept.ended is None:
            _end(session, kept, why)
            record(session, kept.email, "signed out", {"why": why})


def end_everywhere(engine: sa.Engine, email: str, *, who: str) -> int:
    """End every signing in of a person, and say how many there were."""
    with writing(engine) as session:
        count = end_all(session, email, "signed out everywhere")
        record(session, who, "signed out everywhere", {"person": email, "signings in": count})
    return count


def end_all(session: Session, email: str, why: str) -> int:
    """End every signing in of a person in the session's transaction."""
    open_ones = session.exec(select(SignIn).where(SignIn.email == email, col(SignIn.ended).is_(None))).all()
    for each in open_ones:
        _end(session, each, why)
    return len(open_ones)


def bind(engine: sa.Engine, key: str) -> None:
    """Bind a signing in to the event release, for as long as it lasts."""
    with writing(engine) as session:
        kept = session.get(SignIn, key)
        if kept and not kept.is_event:
            kept.is_event = True
            session.add(kept)
            record(session, kept.email, "event mode started", {})


def _end(session: Session, signin: SignIn, why: str) -> None:
    signin.ended, signin.why = now(), why
    session.add(signin)
