"""What would change if readings were accepted: put together in memory, nothing stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import polars as pl
import sqlalchemy as sa
from sqlmodel import Session, col, select

from loaders.consolidate import consolidate
from loaders.reading.result import Reading
from store.emptying import emptied, filled, shortened
from store.engine import reading as reading_from
from store.key_salt import in_force
from store.models import Status, Upload
from store.rulings import rulings
from store.uploads.accepted import loaded, marks, stacked, told_of
from store.uploads.identity import signed, slot, upload_of


@dataclass(frozen=True)
class Standing:
    """What accepting a reading would do, and the sentence that says so.

    One that `empties` takes the place of an upload of whose rows none would be left in some table; one that `shortens`
    cannot take the place of an upload that speaks up to a later day.
    """

    status: Literal["new", "replaces", "unchanged", "empties", "shortens"]
    sentence: str


def standing(engine: sa.Engine, reading: Reading) -> Standing:
    """Whether a reading is new, takes the place of an accepted upload, or is that very file."""
    with reading_from(engine) as session:
        before = session.exec(
            select(Upload).where(Upload.slot == slot(reading), Upload.status == Status.ACCEPTED)
        ).first()
        new = upload_of(reading, who="")
        held = filled(session, [new])
        told = before and emptied(held, before, {name: frame.height for name, frame in reading.tables.items()})
        shorter = shortened(held, new, reading.tables)
    if before and (before.sha256, before.as_at) == (reading.sha256, reading.as_at):
        return Standing("unchanged", f"This very file is already loaded: {signed(before)}.")
    if shorter:
        return Standing("shortens", shorter)
    if before is None:
        return Standing("new", "Nothing of this kind is loaded yet.")
    if told:
        return Standing("empties", told)
    return Standing("replaces", f"Takes the place of {signed(before)} ({before.rows:,} rows), which is kept.")


def as_if_accepted(engine: sa.Engine, readings: Sequence[Reading]) -> dict[str, pl.DataFrame]:
    """Consolidated tables of the boroughs that the readings are of, as if the readings were accepted.

    A register is every borough's: with one among the readings the tables are those of every borough.
    """
    of = {None, *(reading.borough for reading in readings)}
    shared = any(reading.borough is None for reading in readings)
    with reading_from(engine) as session:
        gone = _replaced(session, readings)
        ids = [mark.id for mark in marks(session) if mark.id not in gone and (shared or mark.borough in of)]
        handed = _with(stacked(session, ids), readings)
        told = _loaded(session, ids, readings)
        return consolidate(handed, told, rulings(session), in_force(session))


def _replaced(session: Session, readings: Sequence[Reading]) -> set[int | None]:
    """The accepted uploads whose place the readings would take."""
    slots = {slot(reading) for reading in readings}
    return set(session.exec(select(Upload.id).where(col(Upload.slot).in_(slots), Upload.status == Status.ACCEPTED)))


def _with(clean: dict[str, pl.DataFrame], readings: Sequence[Reading]) -> dict[str, pl.DataFrame]:
    """The clean tables with those of the readings, which stand alone for their borough and year."""
    for reading in readings:
        for name, frame in reading.tables.items():
            if frame.height:
                clean[name] = pl.concat([_others(clean[name], reading), frame])
    return clean


def _others(frame: pl.DataFrame, reading: Reading) -> pl.DataFrame:
    if reading.borough is None:
        return frame
    return frame.filter((pl.col("borough") != reading.borough) | (pl.col("return_year") != reading.return_year))


def _loaded(session: Session, ids: list[int], readings: Sequence[Reading]) -> pl.DataFrame:
    new = told_of(upload_of(reading, who="") for reading in readings)
    return pl.concat([loaded(session, ids), new])
