"""What would be lost with the upload that another replaces, whole tables or later days: never unasked."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from sqlmodel import Session, col, select

from loaders.catalogue import SOURCES
from store.models import Status, Upload, UploadTable
from store.uploads.identity import number, signed

TABLES: Final = {source.table: source.title for source in reversed(SOURCES)}
"""What each clean table is called."""


def emptied(session: Session, before: Upload, rows: Mapping[str, int]) -> str | None:
    """Say what is loaded and would be gone, were an upload of so many rows of each table to take the place of `before`.

    None where no table that holds rows would be left without any.
    """
    wanted = select(UploadTable.name, UploadTable.rows).where(UploadTable.upload_id == number(before))
    gone = {name: held for name, held in session.exec(wanted) if held and not rows.get(name)}
    return _said(before, gone) if gone else None


def shortened(session: Session, upload: Upload, tables: Iterable[str]) -> str | None:
    """Say which days would no longer be spoken of, were an upload with these tables to count.

    Of a borough and return year one file's rows of a table count. None where no accepted one with rows of any of these
    tables speaks up to a later day.
    """
    if upload.as_at is None:
        return None
    wanted = (
        select(Upload)
        .join(UploadTable)
        .where(
            Upload.borough == upload.borough,
            Upload.return_year == upload.return_year,
            Upload.status == Status.ACCEPTED,
            col(Upload.as_at) > upload.as_at,
            col(UploadTable.name).in_(tables),
            UploadTable.rows > 0,
        )
    )
    later = session.exec(wanted.order_by(col(Upload.as_at).desc(), col(Upload.id))).first()
    return _later(upload.as_at, later, later.as_at) if later and later.as_at else None


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
