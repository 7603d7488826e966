"""Retention: a date by which rows go, and a purge after which they are nowhere any more."""

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
import sqlalchemy as sa
from sqlmodel import select

from loaders.findings import found
from loaders.reading.result import Reading
from store import audit, snapshot
from store.engine import reading as reading_from
from store.engine import sqlite_itself
from store.errors import RefusedError, StoreError
from store.models import UploadFindings, UploadTable
from store.uploads.history import history
from store.uploads.purge import HELD_ROWS, UNFINISHED, purge
from store.uploads.restore import discard
from store.uploads.retention import Which, due, keep_until
from store.uploads.save import save
from tests.store.clean_tables import clean_tables
from tests.store.handing import reading

LAST_DAY = date(2026, 3, 31)
DAY_AFTER = date(2026, 4, 1)
GONE = "BRE-9041712345"
MESSAGE = "A finding of the file that goes."
WRONG = found(pl.Series([2, 5]), "SEX", "unread", "warning", MESSAGE)
SIGNS = (GONE.encode(), MESSAGE.encode())


def incidents(child: str, **about: Any) -> Reading:
    """A file of one incident."""
    return reading("incidents", f"child | cohort | started\n{child} | In care | 2025-01-01", **about)


FILES = (
    incidents(GONE, file="old.csv", findings=(WRONG,)),
    incidents("BRE-2", year=2024),
    incidents("EAL-3", borough="Ealing"),
    incidents("BRE-4", file="new.csv"),
)
"""An old file of Brent's, another year of Brent's, one of Ealing's, and what took the old one's place."""


@pytest.fixture
def filed(database: sa.Engine) -> sa.Engine:
    """The files, accepted one after another."""
    for each in FILES:
        save(database, each, who="officer")
    return database


@pytest.fixture
def kept(database: sa.Engine) -> sa.Engine:
    """The files, and the snapshots that were made of them on the way."""
    for each in FILES:
        save(database, each, who="officer")
        snapshot.tables(database)
    return database


def dates(engine: sa.Engine) -> list[date | None]:
    """Until when each upload is kept, the first one first."""
    return history(engine)["keep_until"].to_list()[::-1]


@pytest.mark.parametrize(
    ("which", "set_on"),
    [
        (Which(upload_id=1), [1]),
        (Which(borough="Brent"), [1, 2, 4]),
        (Which(borough="Brent", year=2025), [1, 4]),
        (Which(source="incidents"), [1, 2, 3, 4]),
        (Which(year=2024), [2]),
    ],
)
def test_a_date_is_set_for_one_upload_or_for_many(filed: sa.Engine, which: Which, set_on: list[int]):
    assert keep_until(filed, which, LAST_DAY, who="head") == len(set_on)
    assert [number for number, day in enumerate(dates(filed), 1) if day] == set_on
    newest = audit.events(filed).row(0, named=True)
    assert (newest["who"], newest["what"]) == ("head", "retention set")
    assert f"until 2026-03-31, uploads {len(set_on)}" in newest["detail"]


def test_a_date_can_be_taken_back_and_what_is_not_there_has_none(filed: sa.Engine):
    keep_until(filed, Which(upload_id=1), LAST_DAY, who="head")
    keep_until(filed, Which(upload_id=1), None, who="head")
    assert dates(filed) == [None] * 4
    with pytest.raises(RefusedError, match="no such upload"):
        keep_until(filed, Which(borough="Harrow"), LAST_DAY, who="head")


def test_an_upload_is_kept_on_its_last_day_and_due_on_the_next(filed: sa.Engine):
    keep_until(filed, Which(borough="Brent", year=2025), LAST_DAY, who="head")
    assert due(filed, LAST_DAY).is_empty()
    assert due(filed, DAY_AFTER)["filename"].to_list() == ["old.csv", "new.csv"]
    assert due(filed, DAY_AFTER, ["Ealing"]).is_empty()
    assert purge(filed, LAST_DAY, who="head").uploads == ()


def test_a_purge_removes_rows_and_findings_and_keeps_the_record(kept: sa.Engine):
    keep_until(kept, Which(upload_id=1), LAST_DAY, who="head")
    purged = purge(kept, DAY_AFTER, who="head")
    assert (purged.uploads, purged.rows) == (("Brent, Missing-from-home incidents, return year 2025, old.csv",), 1)
    assert history(kept)["status"].to_list() == ["accepted"] * 3 + ["discarded"]
    with reading_from(kept) as session:
        assert 1 not in session.exec(select(UploadTable.upload_id)).all()
        assert 1 not in session.exec(select(UploadFindings.upload_id)).all()
    newest = audit.events(kept).row(0, named=True)
    assert (newest["what"], newest["who"]) == ("purged", "head")
    assert "old.csv, rows 1, kept until 2026-03-31" in newest["detail"]
    assert due(kept, DAY_AFTER).is_empty()


def test_a_purge_of_what_the_figures_use_changes_them_and_brings_nothing_back(kept: sa.Engine):
    before = snapshot.version(kept)
    keep_until(kept, Which(upload_id=4), LAST_DAY, who="head")
    purge(kept, DAY_AFTER, who="head")
    assert snapshot.version(kept) != before
    assert clean_tables(kept)["incidents"]["child"].to_list() == ["BRE-2", "EAL-3"]


def test_a_purge_of_some_boroughs_leaves_the_others(kept: sa.Engine):
    keep_until(kept, Which(source="incidents"), LAST_DAY, who="head")
    assert purge(kept, DAY_AFTER, who="analyst", boroughs=["Ealing"]).rows == 1
    assert due(kept, DAY_AFTER).height == 3


def holding(engine: sa.Engine, snapshots: Path) -> set[bytes]:
    """Which signs of what goes are in any file: the database with its write-ahead log, each snapshot."""
    files = [path for path in snapshots.rglob("*") if path.is_file()]
    if engine.dialect.name == "sqlite":
        files += Path(engine.url.database or "").parent.glob("placements.db*")
    return {sign for sign in SIGNS for path in files if sign in path.read_bytes()}


def test_afterwards_no_file_holds_a_byte_of_the_rows(kept: sa.Engine, snapshots: Path):
    assert holding(kept, snapshots) == ({*SIGNS} if kept.dialect.name == "sqlite" else {GONE.encode()})
    keep_until(kept, Which(upload_id=1), LAST_DAY, who="head")
    purge(kept, DAY_AFTER, who="head")
    assert holding(kept, snapshots) == set()


def test_on_postgresql_the_tables_have_new_files(kept: sa.Engine):
    if kept.dialect.name == "sqlite":
        pytest.skip("SQLite has one file, which the test above reads")

    def file_of(table: str) -> str:
        with kept.connect() as connection:
            return connection.execute(sa.text(f"SELECT pg_relation_filepath('{table}')")).scalar_one()

    before = [file_of(table) for table in HELD_ROWS]
    purge(kept, DAY_AFTER, who="head")
    assert all(file_of(table) != old for table, old in zip(HELD_ROWS, before, strict=True))


def test_older_snapshots_go_and_the_present_one_stays(kept: sa.Engine, snapshots: Path):
    assert len(list(snapshots.iterdir())) == snapshot.KEPT
    keep_until(kept, Which(upload_id=1), LAST_DAY, who="head")
    purge(kept, DAY_AFTER, who="head")
    assert [path.name for path in snapshots.iterdir()] == [snapshot.version(kept)]


def test_a_purge_that_was_cut_short_is_finished_by_the_next(kept: sa.Engine, snapshots: Path):
    discard(kept, 1, who="head")
    purge(kept, DAY_AFTER, who="head")
    assert holding(kept, snapshots) == set()


def test_traces_that_another_reader_holds_back_are_told(
    sqlite: sa.Engine, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
):
    save(sqlite, reading(), who="officer")
    keep_until(sqlite, Which(upload_id=1), LAST_DAY, who="head")
    with sqlite_itself(sqlite) as raw:
        raw.execute("PRAGMA busy_timeout=100")
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM upload").fetchone()
    with pytest.raises(StoreError, match=UNFINISHED[:40]):
        purge(sqlite, DAY_AFTER, who="head")
    other.close()
    assert history(sqlite)["status"].to_list() == ["discarded"]
    purge(sqlite, DAY_AFTER, who="head")
