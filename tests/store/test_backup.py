"""Back-up and restore, of either database: all of it comes back, or nothing changes."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import exc as sa_exc

from store import audit, snapshot
from store.backup import backup, restore
from store.backup_postgres import address
from store.errors import RefusedError
from store.uploads.history import current, history
from store.uploads.save import save
from tests.store.handing import reading


def test_all_that_was_there_comes_back(database: sa.Engine, tmp_path: Path):
    save(database, reading(), who="officer")
    before, version = history(database), snapshot.version(database)
    events = audit.events(database)
    backup(database, tmp_path / "copies/monday")
    save(database, reading(text="child\nBRE-2"), who="officer")
    assert snapshot.version(database) != version
    assert restore(database, tmp_path / "copies/monday", who="officer") == "restored"
    assert history(database).equals(before)
    assert audit.events(database).equals(events)
    assert snapshot.version(database) == version


def test_loading_goes_on_after_it_and_the_audit_is_still_kept_from_change(database: sa.Engine, tmp_path: Path):
    save(database, reading(), who="officer")
    backup(database, tmp_path / "monday")
    restore(database, tmp_path / "monday", who="officer")
    assert save(database, reading(text="child\nBRE-3"), who="officer").status == "replaced"
    with pytest.raises(sa_exc.DatabaseError), database.begin() as connection:
        connection.execute(sa.text("DELETE FROM auditevent"))


def test_nothing_is_left_of_a_backup_that_cannot_be_made_and_none_is_written_over(database: sa.Engine, tmp_path: Path):
    (tmp_path / "monday").write_text("precious")
    with pytest.raises(RefusedError, match="is there already"):
        backup(database, tmp_path / "monday")
    assert (tmp_path / "monday").read_text() == "precious"
    assert list(tmp_path.glob(".*.part")) == []


@pytest.mark.parametrize("content", [None, "not a database " * 100])
def test_what_is_no_backup_changes_nothing(database: sa.Engine, tmp_path: Path, content: str | None):
    save(database, reading(), who="officer")
    if content:
        (tmp_path / "x").write_text(content)
    with pytest.raises(RefusedError, match="backup"):
        restore(database, tmp_path / "x", who="officer")
    assert current(database).height == 1


def test_a_password_is_on_no_command_line():
    where, secret = address(sa.make_url("postgresql+psycopg://ann:hidden@server/placements"))
    assert where == ("--dbname", "postgresql://ann@server/placements")
    assert secret == {"PGPASSWORD": "hidden"}
