"""`python -m store`: status, backup, restore, rebuild."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from store import engine
from store.__main__ import main
from store.engine import writing_connection
from store.migrations.run import newest, take_back
from store.uploads.history import current, history
from store.uploads.save import save
from tests.store.handing import reading


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, fresh: sa.Engine, fresh_url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", fresh_url)
    save(fresh, reading(), who="officer")


def test_status_says_what_is_loaded(fresh: sa.Engine, capsys: pytest.CaptureFixture[str]):
    assert main(["status"]) == 0
    said = capsys.readouterr().out
    assert "1 accepted of 1 on record" in said
    assert str(fresh.url.database) in said


def test_a_backup_can_be_put_back(fresh: sa.Engine, tmp_path: Path):
    copy = tmp_path / "backups/monday.db"
    assert main(["backup", str(copy)]) == 0
    save(fresh, reading(text="child\nBRE-2"), who="officer")
    assert main(["restore", str(copy)]) == 0
    assert history(fresh)["status"].to_list() == ["accepted"]
    assert save(fresh, reading(text="child\nBRE-3"), who="officer").status == "replaced"


@pytest.mark.parametrize("version", ["0004", "0005"])
def test_status_changes_nothing_of_a_database_of_another_version(
    fresh: sa.Engine, version: str, capsys: pytest.CaptureFixture[str]
):
    assert main(["take-back", version]) == 0
    assert main(["status"]) == 0
    assert f"{version}; this release works with {newest()}. python -m store migrate" in capsys.readouterr().out
    assert at(fresh) == version
    assert main(["migrate"]) == 0
    assert at(fresh) == newest()


@pytest.mark.parametrize("version", ["0001", "0002", "0003", "0004", "0005", "0006"])
def test_the_way_back_from_a_newer_release_to_a_backup_of_each_version(
    fresh: sa.Engine, tmp_path: Path, version: str, capsys: pytest.CaptureFixture[str]
):
    """The backup was made before the newer release migrated; this release puts it back over what that one left."""
    with writing_connection(fresh) as connection:
        take_back(connection, version)
    assert main(["backup", str(tmp_path / "before")]) == 0
    with writing_connection(fresh) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    assert main(["status"]) == 0
    assert main(["migrate"]) == 1
    assert main(["restore", str(tmp_path / "before")]) == 0
    assert at(fresh) == newest()
    assert current(fresh)["filename"].to_list() == [reading().file]
    assert "9999; this release works with" in capsys.readouterr().out


def at(database: sa.Engine) -> str | None:
    database.dispose()
    return engine.version(database)


def test_nothing_is_no_backup(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    """An address that was typed wrong would else give a file that looks like one."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/elsewhere/x.db")
    assert main(["backup", str(tmp_path / "monday")]) == 1
    assert "nothing was copied" in capsys.readouterr().err
    assert not (tmp_path / "elsewhere").exists()
    assert not (tmp_path / "monday").exists()


def test_a_backup_that_cannot_be_written_is_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "file").touch()
    assert main(["backup", str(tmp_path / "file/monday")]) == 1
    assert "cannot be written to" in capsys.readouterr().err


def test_what_it_makes_is_its_accounts_alone(fresh_url: str, snapshots: Path, tmp_path: Path):
    """Whatever the shell that it is started from lets others see."""
    asked = {**os.environ, "DATABASE_URL": fresh_url, "SNAPSHOT_DIR": str(snapshots)}
    for doing in (["rebuild"], ["backup", str(tmp_path / "copies/monday")]):
        command = [sys.executable, "-m", "store", *doing]
        subprocess.run(command, env=asked, check=True, umask=0o022, capture_output=True)
    made = [path for place in (snapshots, tmp_path / "copies") for path in [place, *place.rglob("*")]]
    assert len(made) > 10
    assert {path.stat().st_mode & 0o077 for path in made} == {0}


def test_a_backup_is_never_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "monday.db").write_text("precious")
    assert main(["backup", str(tmp_path / "monday.db")]) == 1
    assert "is there already" in capsys.readouterr().err
    assert (tmp_path / "monday.db").read_text() == "precious"


@pytest.mark.parametrize("content", [None, "not a database " * 100, ""])
def test_what_is_no_backup_is_not_put_back(
    fresh: sa.Engine, tmp_path: Path, content: str | None, capsys: pytest.CaptureFixture[str]
):
    if content is not None:
        (tmp_path / "x.db").write_text(content)
    assert main(["restore", str(tmp_path / "x.db")]) == 1
    assert "backup" in capsys.readouterr().err
    assert current(fresh).height == 1


def test_rebuild_makes_the_snapshot_anew(snapshots: Path):
    assert main(["rebuild"]) == 0
    assert [path.suffix for path in snapshots.glob("*/manifest.json")] == [".json"]


def test_the_default_database_is_a_file_under_var(sqlite_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    del sqlite_url
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATABASE_URL")
    assert main(["status"]) == 0
    assert not (tmp_path / "var").exists(), "It asks, and makes nothing."
    assert main(["migrate"]) == 0
    engine.engine().dispose()
    assert (tmp_path / "var/placements.db").exists()


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command says, with its exit code where it is not zero."""
    code = main(list(arguments))
    out, err = capsys.readouterr()
    return out or f"{code}: {err}"


def test_retention_is_set_looked_at_and_carried_out(fresh: sa.Engine, capsys: pytest.CaptureFixture[str]):
    assert said(capsys, "keep", "--borough", "Brent", "--until", "2026-03-31") == "1 upload kept until 31 March 2026.\n"
    looked = said(capsys, "purge", "--until", "2026-04-01", "--dry-run")
    assert looked == ("children.csv, kept until 2026-03-31\n1 upload past their date. Nothing was removed.\n")
    assert said(capsys, "purge", "--until", "2026-03-31") == "0 uploads removed, with 0 rows.\n"
    assert current(fresh).height == 1
    gone = "Brent, children, return year 2025, children.csv\n1 upload removed, with 1 row.\n"
    assert said(capsys, "purge", "--until", "2026-04-01") == gone
    assert current(fresh).is_empty()


def test_retention_of_everything_must_be_asked_for(capsys: pytest.CaptureFixture[str]):
    assert said(capsys, "keep", "--until", "2026-03-31").startswith("1: Say which uploads: --upload, --borough")
    assert said(capsys, "keep", "--until", "2026-03-31", "--all") == "1 upload kept until 31 March 2026.\n"
    assert said(capsys, "keep", "--until", "never", "--upload", "1") == "1 upload kept for good.\n"
    assert said(capsys, "keep", "--until", "never", "--upload", "9").startswith("1: There is no such upload")
