"""The snapshot: a cache that is always whole, always of the accepted uploads, and can be thrown away."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polars as pl
import pytest
import sqlalchemy as sa
from polars.testing import assert_frame_equal

from loaders.consolidated import CONSOLIDATED
from store import snapshot
from store.errors import StoreError
from store.uploads.history import current
from store.uploads.restore import discard, roll_back
from store.uploads.save import save
from tests.store.handing import reading

EPISODES = "child | started | provider_sector\n{child} | 2024-05-01 | Private"
BRENT = reading("episodes", EPISODES.format(child="BRE-1"))
EALING = reading("episodes", EPISODES.format(child="EAL-1"), borough="Ealing")
REGISTER = reading("providers", "urn | provider\n12 | Acorn", borough=None, year=None)


def kept(home: Path) -> list[Path]:
    return sorted(home.iterdir())


def collected(engine: sa.Engine) -> dict[str, pl.DataFrame]:
    return {name: frame.collect() for name, frame in snapshot.tables(engine).items()}


def test_with_nothing_loaded_every_table_is_there_empty(database: sa.Engine):
    shapes = {name: frame.collect_schema() for name, frame in snapshot.tables(database).items()}
    assert shapes == {name: schema.create_empty().schema for name, schema in CONSOLIDATED.items()}


def test_it_holds_every_borough_in_a_folder_each(database: sa.Engine, snapshots: Path):
    for each in (BRENT, EALING, REGISTER):
        save(database, each, who="officer")
    tables = collected(database)
    assert {name: frame.schema for name, frame in tables.items()} == {
        name: schema.create_empty().schema for name, schema in CONSOLIDATED.items()
    }
    assert tables["episodes"]["child"].to_list() == ["BRE-1", "EAL-1"]
    assert tables["loaded"]["borough"].to_list() == ["Brent", "Ealing", "Every borough"]
    folders = [path.name for path in sorted(kept(snapshots)[0].iterdir()) if path.is_dir()]
    assert folders == ["brent", "ealing", "every-borough", "lake"]


def test_the_version_changes_with_every_change_and_comes_back_with_the_old_state(database: sa.Engine):
    save(database, BRENT, who="officer")
    before = snapshot.version(database)
    saved = save(database, EALING, who="officer")
    assert snapshot.version(database) != before
    roll_back(database, saved.upload_id, who="officer")
    assert snapshot.version(database) == before


def test_only_the_boroughs_that_changed_are_written_again(fresh: sa.Engine, snapshots: Path):
    save(fresh, BRENT, who="officer")
    old = snapshot.ensure(fresh)
    save(fresh, EALING, who="officer")
    new = snapshot.ensure(fresh)
    assert (old / "brent/episodes.parquet").samefile(new / "brent/episodes.parquet")
    save(fresh, REGISTER, who="officer")
    newest = snapshot.ensure(fresh)
    assert not (new / "brent/episodes.parquet").samefile(newest / "brent/episodes.parquet")
    assert {path.name for path in kept(snapshots)} == {new.name, newest.name}


def test_a_lost_or_damaged_snapshot_is_made_again(fresh: sa.Engine):
    save(fresh, BRENT, who="officer")
    before = collected(fresh)
    folder = snapshot.ensure(fresh)
    damages = (
        lambda: shutil.rmtree(folder),
        lambda: (folder / "brent/episodes.parquet").write_bytes(b"not parquet"),
        lambda: (folder / "brent/costs.parquet").unlink(),
        lambda: (folder / "manifest.json").write_text("{"),
        lambda: (folder / "manifest.json").write_text('{"brent": 1}'),
        lambda: (folder / "manifest.json").unlink(),
    )
    for damage in damages:
        damage()
        after = collected(fresh)
        for name, frame in before.items():
            assert_frame_equal(after[name], frame)


def test_a_snapshot_of_another_database_is_not_taken_for_this_one(tmp_path: Path, fresh: sa.Engine):
    save(fresh, BRENT, who="officer")
    before = snapshot.version(fresh)
    discard(fresh, 1, who="officer")
    save(fresh, BRENT, who="officer")
    assert snapshot.version(fresh) != before


def test_no_room_for_the_snapshot_is_said_and_loses_nothing(
    fresh: sa.Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    save(fresh, BRENT, who="officer")
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setenv("SNAPSHOT_DIR", str(in_the_way / "snapshots"))
    with pytest.raises(StoreError, match="set SNAPSHOT_DIR to a place that can be written"):
        snapshot.tables(fresh)
    assert current(fresh).height == 1


def test_rebuilding_gives_the_same_files(fresh: sa.Engine):
    save(fresh, BRENT, who="officer")
    before = (snapshot.ensure(fresh) / "manifest.json").read_text()
    assert (snapshot.rebuild(fresh) / "manifest.json").read_text() == before


def test_other_things_in_the_folder_of_snapshots_are_left_alone(fresh: sa.Engine, snapshots: Path):
    (snapshots / "letters").mkdir(parents=True)
    for each in (BRENT, EALING, REGISTER):
        save(fresh, each, who="officer")
        snapshot.ensure(fresh)
    snapshot.rebuild(fresh)
    assert (snapshots / "letters").is_dir()
    assert len(kept(snapshots)) == 2


def test_many_who_ask_at_once_get_the_same_whole_snapshot(database: sa.Engine, snapshots: Path):
    for each in (BRENT, EALING):
        save(database, each, who="officer")
    with ThreadPoolExecutor(6) as askers:
        found = list(askers.map(lambda _: collected(database)["episodes"], range(6)))
    assert all(frame.equals(found[0]) and frame.height == 2 for frame in found)
    assert len(kept(snapshots)) == 1
