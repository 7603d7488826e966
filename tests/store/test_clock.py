"""A clock that is put back or ahead: the order of uploads is that in which they came, and figures follow it."""

from datetime import UTC, datetime, timedelta, tzinfo

import pytest
import sqlalchemy as sa

from store import snapshot, utc_time
from store.uploads.history import history
from store.uploads.restore import roll_back
from store.uploads.save import save
from tests.store.clean_tables import clean_tables
from tests.store.handing import reading


def put(clock: pytest.MonkeyPatch, by: timedelta) -> None:
    """Put the store's clock ahead, or back."""

    class Wrong(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = UTC) -> datetime:
            return datetime.now(tz) + by

    clock.setattr(utc_time, "datetime", Wrong)


@pytest.mark.parametrize("by", [timedelta(days=-400), timedelta(hours=-1), timedelta(days=400)])
def test_a_newer_file_replaces_the_older_one_whatever_the_clock_says(
    database: sa.Engine, monkeypatch: pytest.MonkeyPatch, by: timedelta
):
    save(database, reading(text="child\nBRE-1"), who="before")
    version = snapshot.version(database)
    put(monkeypatch, by)
    saved = save(database, reading(text="child\nBRE-2"), who="after")
    assert saved.status == "replaced"
    assert snapshot.version(database) != version
    assert history(database)["who"].to_list() == ["after", "before"]
    assert clean_tables(database)["children"]["child"].to_list() == ["BRE-2"]
    monkeypatch.undo()
    roll_back(database, saved.upload_id, who="after")
    assert clean_tables(database)["children"]["child"].to_list() == ["BRE-1"]
    assert snapshot.version(database) == version
