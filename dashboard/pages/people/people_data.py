"""People who may sign in, and what is on record: for administrators."""

from datetime import UTC, date, datetime, time

import polars as pl

from dashboard.auth import sessions
from dashboard.auth.current_user import put_on_record, put_refusal_on_record, scope
from dashboard.data.data_source import database
from dashboard.exports.csv_export import as_bytes
from store import audit, people, sign_ins
from store.people import Person
from store.utc_time import LONDON


def may_manage() -> bool:
    """Say whether the reader may say who signs in, and read what is on record."""
    return scope().may_manage()


def everyone() -> list[Person]:
    """Give the people on the list, those off it last."""
    _must_manage()
    return sorted(people.people(database()), key=lambda person: (not person.is_active, person.email))


def save_person(person: Person) -> str:
    """Put a person on the list or change what they may see, and say so. Raises StoreError or PermissionError."""
    _must_manage()
    told = people.put(database(), person, who=scope().who)
    sessions.forget()
    return told


def remove(email: str) -> str:
    """Take a person off the list and say so. Raises StoreError or PermissionError."""
    _must_manage()
    told = people.remove(database(), email, who=scope().who)
    sessions.forget()
    return told


def sign_out(email: str) -> str:
    """End everything that a person is signed in to, and say so. Raises StoreError or PermissionError."""
    _must_manage()
    count = sign_ins.end_everywhere(database(), email, who=scope().who)
    sessions.forget()
    return f"{email} is signed out everywhere ({count:,} signed in)."


def kinds() -> tuple[list[str], list[str]]:
    """Give who is on record and what they did."""
    _must_manage()
    return audit.kinds(database())


def on_record(who: str | None, what: str | None, since: date | None, limit: int | None) -> pl.DataFrame:
    """Give what is on record, the newest first: at (time in London), who, what, detail, address."""
    _must_manage()
    start = datetime.combine(since, time(), UTC) if since else None
    rows = audit.events(database(), limit, who=who, what=what, since=start)
    return rows.with_columns(pl.col("at").dt.convert_time_zone(LONDON))


def as_file(who: str | None, what: str | None, since: date | None) -> bytes:
    """Give all that is on record, under these filters, as CSV; the download is on record itself."""
    rows = on_record(who, what, since, None)
    put_on_record("audit downloaded", {"events": rows.height})
    told = rows.with_columns(pl.col("at").dt.strftime("%Y-%m-%d %H:%M:%S"))
    return as_bytes(told)


def _must_manage() -> None:
    if not may_manage():
        put_refusal_on_record("refused", scope().who, {"why": "people are an administrator's"})
        raise PermissionError("People and the audit log are for administrators.")
