"""PostgreSQL's own lock: accounts beside the dashboard's see their own borough's rows, whatever they were granted."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from store.engine import prepared
from store.uploads.history import current
from store.uploads.save import save
from tests.store.handing import reading

TABLES = ("upload", "uploadtable", "uploadfindings")


@pytest.fixture
def database(postgres_url: str) -> Iterator[sa.Engine]:
    made = prepared(postgres_url)
    for name in ("Brent", "Ealing"):
        save(made, reading(text=f"child\n{name}-1", borough=name), who="officer")
    register = reading("providers", "urn | provider\n12 | Acorn", borough=None, year=None)
    save(made, register, who="officer")
    with made.begin() as connection:
        for role in ("placements Brent", "placements Ealing", "analyst", "passer_by"):
            connection.execute(sa.text(f'CREATE ROLE "{role}"'))
        connection.execute(sa.text('GRANT "placements Brent" TO analyst'))
        connection.execute(sa.text("GRANT USAGE ON SCHEMA public TO analyst, passer_by"))
        connection.execute(sa.text("GRANT SELECT ON ALL TABLES IN SCHEMA public TO analyst, passer_by"))
    yield made
    with made.begin() as connection:
        connection.execute(sa.text('DROP OWNED BY analyst, passer_by, "placements Brent", "placements Ealing"'))
        connection.execute(sa.text('DROP ROLE analyst, passer_by, "placements Brent", "placements Ealing"'))
    made.dispose()


def seen(database: sa.Engine, role: str) -> dict[str, list[int]]:
    """The uploads that a role sees in each table."""
    with database.begin() as connection:
        connection.execute(sa.text(f'SET LOCAL ROLE "{role}"'))
        keys = {"upload": "id", "uploadtable": "upload_id", "uploadfindings": "upload_id"}
        asked = {name: f"SELECT DISTINCT {keys[name]} FROM {name} ORDER BY 1" for name in TABLES}
        return {name: list(connection.execute(sa.text(query)).scalars()) for name, query in asked.items()}


def test_a_member_of_a_borough_sees_its_rows_and_what_all_share(database: sa.Engine):
    assert seen(database, "analyst") == {name: [1, 3] for name in TABLES}


def test_one_of_no_borough_sees_nothing_whatever_was_granted(database: sa.Engine):
    assert seen(database, "passer_by") == {name: [] for name in TABLES}


def test_nobody_else_sees_the_salt_of_keys_whatever_was_granted(database: sa.Engine):
    for role in ("analyst", "passer_by"):
        with database.begin() as connection:
            connection.execute(sa.text(f'SET LOCAL ROLE "{role}"'))
            assert connection.execute(sa.text("SELECT salt FROM installation")).all() == []


def test_nobody_else_changes_a_row_even_with_the_right_to(database: sa.Engine):
    with database.begin() as connection:
        connection.execute(sa.text("GRANT UPDATE ON upload TO analyst"))
        connection.execute(sa.text("SET LOCAL ROLE analyst"))
        assert connection.execute(sa.text("UPDATE upload SET who = 'nobody'")).rowcount == 0


def test_the_dashboard_sees_all(database: sa.Engine):
    assert current(database)["borough"].to_list() == [None, "Ealing", "Brent"]
