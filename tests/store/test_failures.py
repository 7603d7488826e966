"""When the database cannot be written: a sentence for a person, and nothing half done."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from store.engine import opened, prepared
from store.errors import StoreError
from store.uploads.history import history
from store.uploads.save import save
from tests.store.handing import reading


def test_a_full_disk_is_said_and_nothing_is_stored(sqlite: sa.Engine):
    save(sqlite, reading(), who="officer")
    with sqlite.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {_pages(connection)}")
        connection.commit()
    large = "child\n" + "\n".join(f"BRE-{number * 7919 % 100_003}" for number in range(20_000))
    with pytest.raises(StoreError, match=r"disk of the database is full.*Nothing was changed"):
        save(sqlite, reading(text=large), who="officer")
    assert history(sqlite)["status"].to_list() == ["accepted"]


def test_a_read_only_database_is_said(sqlite: sa.Engine, tmp_path: Path):
    sqlite.dispose()
    locked = opened(f"sqlite:///file:{tmp_path}/placements.db?mode=ro&uri=true")
    with pytest.raises(StoreError, match="may only be read"):
        save(locked, reading(), who="officer")
    locked.dispose()


def test_a_file_that_is_no_database_is_said(tmp_path: Path):
    (tmp_path / "x.db").write_text("This is a letter, not a database. " * 100)
    with pytest.raises(StoreError, match="not a database"):
        prepared(f"sqlite:///{tmp_path}/x.db")


def test_a_place_without_a_database_is_said(tmp_path: Path):
    with pytest.raises(StoreError, match="cannot be opened"):
        prepared(f"sqlite:///{tmp_path}")


@pytest.mark.parametrize("url", ["mysql://server/x", "placements.db"])
def test_an_address_of_another_kind_is_said(url: str):
    with pytest.raises(StoreError, match="must begin with sqlite"):
        opened(url)


def test_a_server_that_does_not_answer_is_said():
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="does not answer"):
        prepared("postgresql://nobody:secret@127.0.0.1:1/none")


def _pages(connection: sa.Connection) -> int:
    return connection.exec_driver_sql("PRAGMA page_count").scalar_one()
