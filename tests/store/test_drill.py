"""Backups are read back, pruned by age, and restored for practice: what comes back is counted."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from store import backup as copies
from store import backup_folder, snapshot
from store.__main__ import main
from store.backup import backup, counts_in
from store.backup_folder import age, dated, prune
from store.drill import counts_of, drill
from store.errors import RefusedError
from store.uploads.save import save
from tests.store.handing import reading

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def loaded(database: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> sa.Engine:
    """A database with two uploads in it, that the command line uses."""
    save(database, reading(), who="officer")
    save(database, reading(text="child\nBRE-2\nBRE-3"), who="officer")
    monkeypatch.setenv("DATABASE_URL", database.url.render_as_string(hide_password=False))
    return database


def test_a_drill_brings_all_of_it_back_elsewhere(loaded: sa.Engine, tmp_path: Path):
    before = counts_of(loaded)
    backup(loaded, tmp_path / "monday")
    save(loaded, reading(text="child\nBRE-4"), who="officer")
    found = drill(tmp_path / "monday", loaded)
    assert found.lost == {}
    assert found.held["upload"] == found.restored["upload"] == before["upload"] == 2
    assert found.data_version != snapshot.version(loaded)
    assert counts_of(loaded)["upload"] == 3


def test_what_a_backup_holds_is_counted_in_the_file_itself(loaded: sa.Engine, tmp_path: Path):
    backup(loaded, tmp_path / "monday")
    assert counts_in(loaded, tmp_path / "monday") == counts_of(loaded)


def test_rows_that_do_not_come_back_are_said(
    loaded: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    backup(loaded, tmp_path / "monday")
    monkeypatch.setattr("store.drill.counts_in", lambda *_: {**counts_of(loaded), "upload": 9})
    assert main(["drill", str(tmp_path / "monday")]) == 1
    assert "does not come back whole. Rows that came of those it holds: upload: 2 of 9." in capsys.readouterr().err


def test_a_drill_takes_the_newest_of_a_folder(
    loaded: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    folder = tmp_path / "backups"
    assert main(["drill", str(tmp_path)]) == 1
    assert "There is no dated backup in" in capsys.readouterr().err
    assert main(["backup", "--dated", str(folder)]) == 0
    assert main(["drill", str(folder)]) == 0
    said = capsys.readouterr().out
    assert f"{dated(folder)[0]} comes back whole" in said
    assert "         2  upload\n" in said


def test_a_database_that_holds_something_is_not_restored_over(loaded: sa.Engine, tmp_path: Path):
    backup(loaded, tmp_path / "monday")
    into = loaded.url.render_as_string(hide_password=False)
    with pytest.raises(RefusedError, match="holds a database already"):
        drill(tmp_path / "monday", loaded, into)


def test_a_backup_that_is_cut_short_is_no_backup(loaded: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    backup(loaded, tmp_path / "whole")
    content = (tmp_path / "whole").read_bytes()
    (tmp_path / "half").write_bytes(content[: len(content) // 2])
    with pytest.raises(RefusedError):
        drill(tmp_path / "half", loaded)
    name = "dump" if loaded.dialect.name == "postgresql" else "_copy"
    monkeypatch.setattr(copies, name, lambda _, target: target.write_bytes(content[: len(content) // 2]))
    with pytest.raises(RefusedError):
        backup(loaded, tmp_path / "tuesday")
    assert sorted(path.name for path in tmp_path.iterdir() if "day" in path.name) == []


def test_old_ones_go_and_the_newest_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(backup_folder, "now", lambda: NOON)
    for days in (40, 36, 34, 1):
        (tmp_path / f"{NOON - timedelta(days=days):%Y-%m-%d-%H%M%S}").write_text("a copy")
    (tmp_path / "before-upgrade").write_text("kept by hand")
    gone = prune(tmp_path, 35)
    assert [path.name[:10] for path in gone] == ["2026-10-21", "2026-10-25"]
    assert age(tmp_path) == timedelta(days=1)
    monkeypatch.setattr(backup_folder, "now", lambda: NOON + timedelta(days=400))
    prune(tmp_path, 35)
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["2026-11-29-120000", "before-upgrade"]
    assert age(tmp_path / "nowhere") is None


def test_what_makes_no_sense_is_said(loaded: sa.Engine, capsys: pytest.CaptureFixture[str]):
    assert main(["backup", "x", "--keep-days", "35"]) == 1
    assert "--keep-days goes with --dated" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["backup", "--dated", "x", "--keep-days", "0"])
    assert "0 is no number of days such as 35" in capsys.readouterr().err
