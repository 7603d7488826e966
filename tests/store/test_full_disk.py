"""A disk that is full, for true: a small one of the kernel's, where the test may make it."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from store import snapshot
from store.engine import prepared
from store.errors import StoreError
from store.uploads.history import history
from store.uploads.save import save
from tests.store.handing import reading


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("a disk can be made only by root")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path, leave: int) -> Path:
    """Fill the disk up to so many bytes."""
    filler, space = disk / "filler", os.statvfs(disk)
    filler.write_bytes(b"x" * max(0, space.f_bavail * space.f_bsize - leave))
    return filler


def test_a_full_disk_keeps_what_was_there_and_loading_goes_on_once_there_is_room(small_disk: Path):
    database = prepared(f"sqlite:///{small_disk}/placements.db")
    save(database, reading(), who="officer")
    filler = fill(small_disk, leave=8_192)
    large = "child\n" + "\n".join(f"BRE-{number * 7919 % 100_003}" for number in range(20_000))
    with pytest.raises(StoreError, match=r"disk.*full.*Nothing was changed"):
        save(database, reading(text=large), who="officer")
    assert history(database).height == 1
    filler.unlink()
    assert save(database, reading(text=large), who="officer").status == "replaced"
    database.dispose()


def test_a_snapshot_on_a_full_disk_is_said_and_made_once_there_is_room(
    fresh: sa.Engine, small_disk: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("SNAPSHOT_DIR", str(small_disk / "snapshots"))
    save(fresh, reading(), who="officer")
    filler = fill(small_disk, leave=8_192)
    with pytest.raises(StoreError, match=r"snapshot cannot be written.*What was loaded is safe"):
        snapshot.ensure(fresh)
    filler.unlink()
    assert snapshot.tables(fresh)["loaded"].collect().height == 1
