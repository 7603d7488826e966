"""What the store says to a person when it cannot do what was asked."""

from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError


class StoreError(Exception):
    """A sentence for a person: what went wrong with the database or the snapshot, and what to do."""


class RefusedError(StoreError):
    """A file that is not to be saved, or an upload that cannot be changed so; the sentence says why."""


class EmptiesError(RefusedError):
    """A file that would leave nothing of a table of which rows are loaded, and was not allowed to."""


SAYINGS: Final = {
    "password authentication failed": "The server of the database refuses the name or the password of DATABASE_URL. "
    "Signs such as @ : / % in a password are written %40 %3A %2F %25.",
    "no password supplied": "The server of the database wants a password, and DATABASE_URL has none.",
    "fatal:  database": "The server has no database of the name that DATABASE_URL gives. Make it "
    "(docs/operators.md), or correct the name.",
    "fatal:  role": "The server of the database does not know the account that DATABASE_URL names.",
    "relation ": "The database lacks tables of this release. Run python -m store migrate.",
    "no such table": "The database lacks tables of this release. Run python -m store migrate.",
    "permission denied": "The account of DATABASE_URL may not do that in the database. Let it own the database.",
    "must be owner": "The account of DATABASE_URL does not own the dashboard's tables. Let it own the database.",
    "readonly": "The database may only be read. Give the dashboard the right to write to it.",
    "read-only": "The database may only be read. Give the dashboard the right to write to it.",
    "full": "The disk of the database is full. Free some space, then try again.",
    "no space": "The disk of the database is full. Free some space, then try again.",
    "locked": "The database is busy with another load. Try again in a minute.",
    "unable to open": "The database cannot be opened. Look at DATABASE_URL and the rights to that place.",
    "malformed": "The database file is damaged. Restore the last backup.",
    "not a database": "DATABASE_URL leads to a file that is not a database.",
    "connection": "The database does not answer. Look at DATABASE_URL and whether its server runs.",
}


@contextmanager
def said_plainly() -> Generator[None]:
    """Database errors raised within become a StoreError; nothing of the change that failed is kept."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{_saying(str(error.orig))} Nothing was changed.") from error


def _saying(message: str) -> str:
    found = (saying for sign, saying in SAYINGS.items() if sign in message.lower())
    return next(found, f"The database refused: {message.strip()}.")
