"""Killed at any moment of a load, in every way of loading: all of an upload is there, or none of it."""

import os
from pathlib import Path

import pytest

from store.engine import prepared
from store.uploads import history as upload_history
from store.uploads.history import history
from tests.conftest import AT_LENGTH
from tests.store.kills import WAYS, YEARS, kill_often, officers_at_once, what_is_not_whole

KILLS = int(os.environ.get("KILLS", "2"))
"""Kills of each way and database."""


@pytest.mark.parametrize("way", list(WAYS)[: None if AT_LENGTH or "KILLS" in os.environ else 2])
def test_killed_at_any_moment_all_of_a_load_is_there_or_none(either_url: str, way: str, tmp_path: Path):
    killed = kill_often(
        way, either_url, tmp_path / "files", KILLS if either_url.startswith("sqlite") else max(KILLS // 3, 2)
    )
    assert killed.faults == []
    assert killed.loads >= 2 * killed.kills


LOADS = int(os.environ.get("LOADS", "2"))
"""Loads of each officer."""


@pytest.mark.parametrize(
    "ways",
    [["command line", "files together", "command line"], ["files together", "files together"]][: 2 if AT_LENGTH else 1],
)
def test_officers_who_load_at_once_all_land_and_never_mix(either_url: str, ways: list[str], tmp_path: Path):
    assert officers_at_once(ways, either_url, tmp_path / "files", LOADS) == [0] * len(ways)
    database = prepared(either_url)
    assert what_is_not_whole(database) == []
    assert history(database).height == LOADS * len(YEARS) * len(ways)
    current = upload_history.current(database).filter(source="children")
    assert current["who"].n_unique() == 1, "the last officer's files stand together"
    database.dispose()
