"""The salt of children's keys: an identifier alone does not give a key, and a backup carries what does."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest
import sqlalchemy as sa

from loaders.consolidate.child_keys import NO_SALT, with_key
from store import audit, key_salt, snapshot
from store.__main__ import main
from store.backup import backup, restore
from store.engine import prepared, writing_connection
from store.engine import reading as reading_from
from store.errors import StoreError
from store.migrations.run import migrate, take_back
from store.uploads.preview import as_if_accepted
from store.uploads.restore import roll_back
from store.uploads.save import save
from tests import databases
from tests.store.handing import reading

EPISODES = "child | started | provider_sector\n{child} | 2024-05-01 | Private"
BRENT = reading("episodes", EPISODES.format(child="BRE-1"))
EALING = reading("episodes", EPISODES.format(child="EAL-1"), borough="Ealing")
LATER = reading("episodes", EPISODES.format(child="BRE-1"), year=2026)
PRICED = reading("costs", "child | started\nBRE-1 | 2024-05-01")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[sa.Engine]:
    with databases.empty(tmp_path / "elsewhere") as url:
        made = prepared(url)
        yield made
        made.dispose()


def keys(engine: sa.Engine, table: str = "episodes") -> dict[str, int]:
    rows = snapshot.tables(engine)[table].select("child", "key").unique().collect()
    assert rows["child"].is_unique().all(), "a child has two keys"
    return dict(rows.iter_rows())


def unsalted(*children: str) -> dict[str, int]:
    rows = pl.DataFrame({"child": children, "borough": "Brent", "date": 0})
    return dict(with_key(rows, on="date", salt=NO_SALT).select("child", "key").iter_rows())


def lose(engine: sa.Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM installation"))


def test_two_installations_give_a_child_two_keys_and_neither_is_that_of_the_identifier_alone(
    fresh: sa.Engine, elsewhere: sa.Engine
):
    for engine in (fresh, elsewhere):
        save(engine, BRENT, who="officer")
    assert keys(fresh) != keys(elsewhere)
    assert unsalted("BRE-1") not in (keys(fresh), keys(elsewhere))
    assert snapshot.version(fresh) != snapshot.version(elsewhere)


def test_a_child_has_one_key_in_every_file_year_and_table_and_keeps_it(database: sa.Engine):
    save(database, BRENT, who="officer")
    before = keys(database)
    for each in (LATER, PRICED, EALING):
        save(database, each, who="officer")
    assert keys(database)["BRE-1"] == before["BRE-1"] == keys(database, "costs")["BRE-1"]
    assert len(set(keys(database).values())) == 2
    snapshot.rebuild(database)
    assert keys(database)["BRE-1"] == before["BRE-1"]


def test_all_processes_have_the_same(fresh: sa.Engine, fresh_url: str):
    again = prepared(fresh_url)
    assert key_salt.own(again) == key_salt.own(fresh) is not None
    again.dispose()


def test_a_preview_has_the_keys_of_what_is_loaded(fresh: sa.Engine):
    save(fresh, BRENT, who="officer")
    shown = as_if_accepted(fresh, [LATER])["episodes"]
    assert shown["key"].unique().to_list() == [keys(fresh)["BRE-1"]]


def test_the_fictional_consortium_has_no_salt_until_a_real_file_counts_beside_it(fresh: sa.Engine):
    save(fresh, BRENT, who=key_salt.SAMPLE)
    register = reading("providers", "urn | provider\n12 | Acorn", borough=None, year=None)
    save(fresh, register, who="officer")
    assert keys(fresh) == unsalted("BRE-1")
    saved = save(fresh, EALING, who="officer")
    assert keys(fresh).keys() == {"BRE-1", "EAL-1"}
    assert not set(keys(fresh).values()) & set(unsalted("BRE-1", "EAL-1").values())
    roll_back(fresh, saved.upload_id, who="officer")
    assert keys(fresh) == unsalted("BRE-1")


def test_a_database_of_an_older_release_gets_one_and_all_its_keys_with_it(database: sa.Engine):
    for each in (BRENT, EALING):
        save(database, each, who="officer")
    with writing_connection(database) as connection:
        take_back(connection, "0005")
        connection.execute(sa.text("DROP TABLE installation"))
        migrate(connection)
    assert not set(keys(database).values()) & set(unsalted("BRE-1", "EAL-1").values())


def test_going_back_a_release_and_forth_again_changes_no_key(database: sa.Engine):
    save(database, BRENT, who="officer")
    before = keys(database)
    with writing_connection(database) as connection:
        take_back(connection, "0005")
        migrate(connection)
    assert keys(database) == before


def test_a_backup_restored_elsewhere_has_the_same_keys(fresh: sa.Engine, elsewhere: sa.Engine, tmp_path: Path):
    for each in (BRENT, EALING):
        save(fresh, each, who="officer")
    before, version = keys(fresh), snapshot.version(fresh)
    backup(fresh, tmp_path / "monday")
    assert restore(elsewhere, tmp_path / "monday", who="officer") == "restored"
    assert key_salt.own(elsewhere) == key_salt.own(fresh)
    assert (keys(elsewhere), snapshot.version(elsewhere)) == (before, version)


@pytest.fixture
def without(database: sa.Engine, tmp_path: Path) -> Path:
    """Give a backup of before there was a salt."""
    save(database, BRENT, who="officer")
    kept = key_salt.own(database)
    with writing_connection(database) as connection:
        take_back(connection, "0005")
        connection.execute(sa.text("DROP TABLE installation"))
    backup(database, tmp_path / "old")
    with writing_connection(database) as connection:
        migrate(connection)
    assert kept
    key_salt.put(database, kept, who="officer", what="salt kept")
    return tmp_path / "old"


def test_a_backup_without_one_leaves_an_installation_its_own(database: sa.Engine, without: Path):
    before = keys(database)
    assert restore(database, without, who="officer") == "kept"
    assert keys(database) == before
    assert "salt kept" in audit.events(database)["what"].to_list()


def test_a_backup_without_one_says_so_where_there_was_none_either(database: sa.Engine, without: Path):
    before = keys(database)
    lose(database)
    assert restore(database, without, who="officer") == "made"
    assert keys(database).keys() == before.keys()
    assert keys(database) != before
    assert "salt made" in audit.events(database)["what"].to_list()


def test_a_backup_whose_salt_was_removed_is_one_without(database: sa.Engine, tmp_path: Path):
    save(database, BRENT, who="officer")
    own = key_salt.own(database)
    assert own
    lose(database)
    backup(database, tmp_path / "monday")
    key_salt.put(database, own, who="officer", what="salt kept")
    assert restore(database, tmp_path / "monday", who="officer") == "kept"
    assert key_salt.own(database) == own


def test_a_lost_salt_stops_figures_with_what_to_do_and_is_made_again_only_when_asked(
    fresh: sa.Engine, fresh_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setenv("DATABASE_URL", fresh_url)
    save(fresh, BRENT, who="officer")
    assert main(["salt", "--make"]) == 1
    assert "There is a salt of children's keys already" in capsys.readouterr().err
    lose(fresh)
    with pytest.raises(StoreError, match="python -m store salt --make"):
        snapshot.tables(fresh)
    assert main(["salt"]) == main(["status"]) == 1
    assert main(["salt", "--make"]) == 0
    own = key_salt.own(fresh)
    assert own
    assert key_salt.fingerprint(own) in capsys.readouterr().out
    assert own.hex() not in repr(audit.events(fresh)["detail"].to_list())
    assert keys(fresh) != unsalted("BRE-1")


def test_the_command_line_says_what_became_of_it(
    fresh: sa.Engine,
    fresh_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
):
    monkeypatch.setenv("DATABASE_URL", fresh_url)
    save(fresh, BRENT, who="officer")
    assert main(["backup", str(tmp_path / "monday")]) == main(["restore", str(tmp_path / "monday")]) == 0
    assert "The salt of children's keys came with it" in capsys.readouterr().out


def test_nothing_of_the_salt_is_in_a_snapshot(fresh: sa.Engine, snapshots: Path):
    save(fresh, BRENT, who="officer")
    snapshot.ensure(fresh)
    with reading_from(fresh) as session:
        own = key_salt.in_force(session)
    files = [path.read_bytes() for path in snapshots.rglob("*") if path.is_file()]
    assert files
    assert not any(own in content or own.hex().encode() in content for content in files)
