"""Readings kept: their clean rows, findings and account, and what they replace, in one transaction."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import sqlalchemy as sa
from sqlmodel import Session, col, select

from loaders.reading.result import Reading
from store.audit import Event, record_all
from store.emptying import Filled, emptied, filled, shortened
from store.engine import writing
from store.errors import EmptiesError, RefusedError
from store.models import Borough, Status, Upload, UploadFindings, UploadTable
from store.uploads.identity import detail, number, signed, title, upload_of
from store.uploads.rows import Part, findings_of, tables_of

Held = Mapping[str, Upload]
"""What is accepted now, by what it stands for."""


@dataclass(frozen=True)
class Saved:
    """What became of a reading, and the sentence that says so."""

    status: Literal["stored", "replaced", "unchanged"]
    upload_id: int
    sentence: str


@dataclass(frozen=True)
class New:
    """An upload that is not in the database yet, with its clean rows and findings."""

    upload: Upload
    tables: list[Part]
    findings: Part


def save(engine: sa.Engine, reading: Reading, *, who: str, may_empty: bool = False) -> Saved:
    """Keep a reading: its clean rows, its findings and its account, all or nothing.

    A newer file for the same borough, source and return year replaces the older one, which is kept.
    The same file again changes nothing. Raises RefusedError for a reading that was refused, or that speaks up to an
    earlier day than the older one, and EmptiesError, unless it `may_empty` what is loaded, for one that has no row of a
    table of which the older has some.
    """
    return save_all(engine, [reading], who=who, may_empty=may_empty)[0]


def save_all(engine: sa.Engine, readings: Iterable[Reading], *, who: str, may_empty: bool = False) -> list[Saved]:
    """Keep readings that were uploaded together, as `save` keeps one: all of them, or none where one fails.

    Each is packed as it comes, so that the next may be read meanwhile.
    """
    new = [New(upload_of(reading, who), tables_of(reading), findings_of(reading)) for reading in readings]
    with writing(engine) as session:
        return [saved for together in _in_turns(new) for saved in _save(session, together, may_empty)]


def _in_turns(new: Iterable[New]) -> Iterator[list[New]]:
    """Those that stand for the same one turn after the other, so that the later replaces the earlier."""
    turn: dict[str, New] = {}
    for each in new:
        if each.upload.slot in turn:
            yield [*turn.values()]
            turn = {}
        turn[each.upload.slot] = each
    yield [*turn.values()]


def _save(session: Session, together: Sequence[New], may_empty: bool) -> list[Saved]:
    now = held(session, [each.upload.slot for each in together])
    other = [each for each in together if not _is_held(each.upload, now)]
    loaded = filled(session, [each.upload for each in other])
    _refuse_shortening(loaded, other)
    if not may_empty:
        _refuse_emptying(loaded, other, now)
    make_way(session, [each.upload for each in other], now)
    _add(session, other)
    record_all(session, [_event(each.upload, now) for each in other])
    return [_told(each.upload, now) for each in together]


def _refuse_shortening(loaded: Sequence[Filled], new: Sequence[New]) -> None:
    for each in new:
        if told := shortened(loaded, each.upload, [str(table["name"]) for table in each.tables]):
            raise RefusedError(told)


def _refuse_emptying(loaded: Sequence[Filled], new: Sequence[New], now: Held) -> None:
    for each in new:
        before = now.get(each.upload.slot)
        rows = {str(table["name"]): int(table["rows"]) for table in each.tables}
        if before and (told := emptied(loaded, before, rows)):
            raise EmptiesError(told)


def held(session: Session, slots: Sequence[str]) -> Held:
    """Give what is accepted now of what some uploads stand for."""
    accepted = select(Upload).where(col(Upload.slot).in_(slots), Upload.status == Status.ACCEPTED)
    return {upload.slot: upload for upload in session.exec(accepted)}


def _is_held(upload: Upload, now: Held) -> bool:
    before = now.get(upload.slot)
    return before is not None and (before.sha256, before.as_at) == (upload.sha256, upload.as_at)


def make_way(session: Session, uploads: Sequence[Upload], now: Held) -> None:
    """Let uploads replace what is accepted.

    Flushed before anything is added: a slot never has two accepted uploads, not even within a transaction.
    """
    for upload in uploads:
        if before := now.get(upload.slot):
            before.status = Status.REPLACED.value
            upload.replaces = before.id
    session.flush()


def _add(session: Session, new: Sequence[New]) -> None:
    named = {each.upload.borough for each in new if each.upload.borough}
    known = set(session.exec(select(Borough.name).where(col(Borough.name).in_(named))))
    session.add_all(Borough(name=name) for name in sorted(named - known))
    session.flush()
    session.add_all(each.upload for each in new)
    session.flush()
    _insert(session, UploadTable, ((each.upload, part) for each in new for part in each.tables))
    _insert(session, UploadFindings, ((each.upload, each.findings) for each in new))


def _insert(session: Session, into: type[UploadTable | UploadFindings], parts: Iterable[tuple[Upload, Part]]) -> None:
    """Add bulk rows as they are: as objects they would take as long as all the rest."""
    rows = [{"upload_id": number(upload), **part} for upload, part in parts]
    if rows:
        session.connection().execute(sa.insert(into), rows)


def _event(upload: Upload, now: Held) -> Event:
    return Event(upload.who, "replaced" if upload.slot in now else "stored", detail(upload))


def _told(upload: Upload, now: Held) -> Saved:
    """Say what became of an upload."""
    before = now.get(upload.slot)
    if before and _is_held(upload, now):
        return Saved("unchanged", number(before), f"{title(upload)}: this very file is already loaded.")
    told = f"{title(upload)}: {upload.accepted:,} of {upload.rows:,} rows stored."
    if before:
        return Saved("replaced", number(upload), f"{told} It replaces {signed(before)}.")
    return Saved("stored", number(upload), told)
