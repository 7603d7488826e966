"""What an upload would leave empty of the one that it replaces: that is asked, never done unasked."""

from collections.abc import Iterable, Mapping
from typing import Final

from sqlmodel import Session, select

from loaders.catalogue import SOURCES
from store.models import Upload, UploadTable
from store.slots import number, signed

TABLES: Final = {source.table: source.title for source in reversed(SOURCES)}
"""What each clean table is called."""


def emptied(session: Session, before: Upload, rows: Mapping[str, int]) -> str | None:
    """Say what is loaded and would be gone, were an upload of so many rows of each table to take the place of `before`.

    None where no table that holds rows would be left without any.
    """
    wanted = select(UploadTable.name, UploadTable.rows).where(UploadTable.upload_id == number(before))
    gone = {name: held for name, held in session.exec(wanted) if held and not rows.get(name)}
    return _said(before, gone) if gone else None


def _said(before: Upload, gone: Mapping[str, int]) -> str:
    tables = _listed(f"{TABLES.get(name, name)} ({rows:,} row{'s' * (rows != 1)})" for name, rows in gone.items())
    return (
        f"The file has no row that can be stored of {tables}, which {signed(before)} holds and would no longer count."
    )


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
