"""What would be lost with the upload that another replaces, whole tables or later days: never unasked."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

import sqlalchemy as sa
from sqlmodel import Session, col, select

from loaders.catalogue import SOURCES
from store.models import Status, Upload, UploadTable
from store.uploads.identity import signed

TABLES: Final = {source.table: source.title for source in reversed(SOURCES)}
"""What each clean table is called."""


class Filled(NamedTuple):
    """A table of an accepted upload that has rows."""

    upload: Upload
    table: str
    rows: int


def filled(session: Session, uploads: Sequence[Upload]) -> list[Filled]:
    """Give what is accepted of what some uploads stand for, and of their boroughs and return years."""
    of = {(upload.borough, upload.return_year) for upload in uploads if upload.borough}
    boroughs, years = {borough for borough, _ in of}, {year for _, year in of}
    alike = sa.and_(col(Upload.borough).in_(boroughs), col(Upload.return_year).in_(years))
    wanted = (
        select(Upload, UploadTable.name, UploadTable.rows)
        .join(UploadTable)
        .where(Upload.status == Status.ACCEPTED, UploadTable.rows > 0)
        .where(sa.or_(alike, col(Upload.slot).in_([upload.slot for upload in uploads])))
    )
    return [Filled(*row) for row in session.exec(wanted.order_by(col(Upload.as_at).desc(), col(Upload.id)))]


def emptied(held: Iterable[Filled], before: Upload, rows: Mapping[str, int]) -> str | None:
    """Say what is loaded and would be gone, were an upload of so many rows of each table to take the place of `before`.

    None where no table that holds rows would be left without any.
    """
    gone = {each.table: each.rows for each in held if each.upload.id == before.id and not rows.get(each.table)}
    return _said(before, gone) if gone else None


def shortened(held: Iterable[Filled], upload: Upload, tables: Iterable[str]) -> str | None:
    """Say which days would no longer be spoken of, were an upload with these tables to count.

    Of a borough and return year one file's rows of a table count. None where no accepted one with rows of any of these
    tables speaks up to a later day.
    """
    of, names = (upload.borough, upload.return_year), set(tables)
    if upload.as_at is None or upload.borough is None:
        return None
    alike = (
        each.upload for each in held if each.table in names and (each.upload.borough, each.upload.return_year) == of
    )
    for later in alike:
        if later.as_at and later.as_at > upload.as_at:
            return _later(upload.as_at, later, later.as_at)
    return None


def _later(until: date, later: Upload, day: date) -> str:
    return (
        f"The file speaks up to {until:%-d %B %Y}, but {signed(later)} for the same borough and return year up to "
        f"{day:%-d %B %Y}. It cannot take its place: what came after would be lost. If it is the right one all the "
        "same, take the other back first, on page Data, section History."
    )


def _said(before: Upload, gone: Mapping[str, int]) -> str:
    tables = _listed(f"{TABLES.get(name, name)} ({rows:,} row{'s' * (rows != 1)})" for name, rows in gone.items())
    return (
        f"The file has no row that can be stored of {tables}, which {signed(before)} holds and would no longer count."
    )


def _listed(words: Iterable[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
