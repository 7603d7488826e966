"""Files that an officer uploads: read, looked through, then accepted or discarded. Nothing is stored before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath
from typing import Final, Protocol

import streamlit as st

from dashboard.auth.current_user import scope
from dashboard.counters import REFUSED
from dashboard.data.data_source import changed, database
from loaders import Reading, read_parts
from loaders.reading.files import File, unpacked, unread, with_meta
from loaders.reading.unread_files import NOTHING
from store.uploads.identity import slot
from store.uploads.preview import standing
from store.uploads.save import Saved, save_all

TOGETHER: Final = 600
"""Readings of one session that are kept in memory at most."""


MOST_NAMED: Final = 100
"""Files in a ZIP that are named as not read; of more it is said how many."""


class Handed(Protocol):
    """A file as the browser sent it."""

    name: str
    file_id: str

    def getvalue(self) -> bytes:
        """Give what is in it."""
        ...


@dataclass(frozen=True)
class Said:
    """What the officer says of files: borough and last day (None: as the names say).

    It fills in what the names do not tell, or with `instead` is believed before them.
    """

    borough: str | None = None
    as_at: date | None = None
    instead: bool = False


@dataclass(frozen=True)
class Looked:
    """One file looked through, and what accepting it would do: `sentence` says why `status` is what it is.

    `status` is new, replaces, unchanged, empties, held back or refused. One that `empties` would leave nothing of a
    table of which rows are loaded: it goes in only where `may_empty`.
    """

    reading: Reading
    status: str
    sentence: str
    may_empty: bool = False

    @property
    def is_ready(self) -> bool:
        """Say whether accepting it would change anything."""
        return self.status in ("new", "replaces") or (self.status == "empties" and self.may_empty)


def opened(files: Sequence[Handed]) -> list[tuple[str, File]]:
    """Give each file with a key of its own, and each file of data in a ZIP.

    What says what the columns of a published file mean goes with that file.
    """
    each = {f"{file.file_id}-{at}": inner for file in files for at, inner in enumerate(_inner(file))}
    return [(f"{key}-told" if file.meta else key, file) for key, file in with_meta(each).items()]


def left_in_zips(files: Sequence[Handed]) -> list[Reading]:
    """Say of each file in a ZIP that is not read why it is not; of a ZIP in which nothing is, that."""
    zips = [file for file in files if file.name.lower().endswith(".zip")]
    return [reading for file in zips for reading in _left(file)]


def _left(file: Handed) -> list[Reading]:
    content = file.getvalue()
    told = [Reading(file=f"{file.name}/{name}", refused=why) for name, why in unread(content)]
    if not told and not any(True for _ in unpacked(file.name, content)):
        return [Reading(file=file.name, refused=NOTHING)]
    rest = len(told) - MOST_NAMED
    return [*told[:MOST_NAMED], Reading(file=file.name, refused=f"{rest:,} more are not read.")] if rest > 0 else told


def _inner(file: Handed) -> Iterator[File]:
    whole = File(file.name, file.getvalue())
    return iter(unpacked(whole.name, file.getvalue()) if file.name.lower().endswith(".zip") else [whole])


def readings(key: str, file: File, said: Said) -> list[Reading]:
    """Read one file, once for what is said of it: a reading for each borough and return year that it tells apart."""
    return _readings(file, key, said, date.today())


@st.cache_resource(show_spinner=False, max_entries=TOGETHER, scope="session", hash_funcs={Said: hash})
def _readings(_file: File, key: str, said: Said, today: date) -> list[Reading]:
    del key
    found = read_parts(
        _file.content,
        name=_file.name,
        meta=_file.meta,
        borough=said.borough,
        as_at=said.as_at,
        only_fill_in=not said.instead,
        today=today,
    )
    REFUSED.inc(sum(bool(reading.refused) for reading in found))
    return found


def may_hand_in_any() -> bool:
    """Say whether the reader may upload files of any borough, or those that all share."""
    return any(map(scope().may_hand_in, (None, *(scope().boroughs or ("",)))))


def forget() -> None:
    """Let go of every reading of this session."""
    _readings.clear()


def looked_through(readings: Sequence[Reading], *, may_empty: bool = False) -> list[Looked]:
    """Say of each reading what accepting it would do; two files for one place hold each other back.

    `may_empty` where the officer has said that files may leave nothing of a table.
    """
    places = [slot(reading) for reading in readings if not reading.refused]
    seen: set[str] = set()
    looked = [_looked(reading, places.count(slot(reading)) > 1, readings, seen) for reading in readings]
    return [replace(each, may_empty=may_empty) for each in looked]


def _looked(reading: Reading, is_crowded: bool, readings: Sequence[Reading], seen: set[str]) -> Looked:
    if reading.refused:
        return Looked(reading, "refused", reading.refused)
    if not scope().may_hand_in(reading.borough):
        whose = reading.borough or "every borough"
        return Looked(reading, "held back", f"The file is of {whose}. You may upload files of your own boroughs.")
    if is_crowded and (why := _crowded(reading, readings, seen)):
        return Looked(reading, "held back", why)
    stands = standing(database(), reading)
    return Looked(reading, "held back" if stands.status == "shortens" else stands.status, stands.sentence)


def _crowded(reading: Reading, readings: Sequence[Reading], seen: set[str]) -> str | None:
    """Say why a file cannot go with the others: the same twice goes once, two that differ do not go at all."""
    rivals = [other for other in readings if not other.refused and slot(other) == slot(reading)]
    if any(other.sha256 != reading.sha256 for other in rivals):
        names = ", ".join(sorted({other.file for other in rivals}))
        return f"Several files stand for the same borough, source and year: {names}. Take out all but one."
    if slot(reading) in seen:
        return "The same file is in the list twice; it goes in once."
    seen.add(slot(reading))
    return None


def accept(looked: Sequence[Looked]) -> list[Saved]:
    """Store the files that are ready, all of them or none, and give what became of each.

    Raises:
        PermissionError: a file of a borough that is not the reader's own, or not the working release.
        StoreError: the database cannot keep them; nothing was changed.
    """
    readings = [each.reading for each in looked if each.is_ready]
    if not all(scope().may_hand_in(reading.borough) for reading in readings):
        raise PermissionError("Files go in only in the working release, for your own boroughs.")
    may_empty = any(each.may_empty for each in looked)
    saved = save_all(database(), [_bare(reading) for reading in readings], who=scope().who, may_empty=may_empty)
    changed()
    return saved


def _bare(reading: Reading) -> Reading:
    """The reading under its file's name alone, without the folders of a ZIP."""
    return replace(reading, file=PurePath(reading.file).name)
