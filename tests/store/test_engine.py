"""What an operator is told of a database that cannot be used: what is wrong, and what to do."""

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from store.engine import opened, prepared, version
from store.errors import StoreError
from store.uploads.save import save
from tests.store.handing import reading


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://localhost/x", "must begin with sqlite:/// or postgresql://"),
        ("postgresql://ann:p@ss:w/rd@localhost:port/x", "cannot be read"),
        ("postgresql://ann:secret@127.0.0.1:1/x", "does not answer"),
        ("sqlite:////proc/nowhere/x.db", "cannot be made"),
        ("sqlite:////proc/version", "not a database|cannot be opened|only be read"),
    ],
)
def test_an_address_that_leads_nowhere(url: str, told: str):
    with pytest.raises(StoreError, match=told):
        prepared(url)


@pytest.fixture
def stranger(postgres_url: str) -> Iterator[sa.URL]:
    """Give the address for an account that may read and write all tables and owns none."""
    made = prepared(postgres_url)
    save(made, reading(), who="officer")
    with made.begin() as connection:
        for line in (
            "CREATE ROLE stranger LOGIN PASSWORD 'known'",
            "GRANT ALL ON SCHEMA public TO stranger",
            "GRANT ALL ON ALL TABLES IN SCHEMA public TO stranger",
        ):
            connection.execute(sa.text(line))
    yield made.url.set(username="stranger", password="known")
    with made.begin() as connection:
        connection.execute(sa.text("DROP OWNED BY stranger"))
        connection.execute(sa.text("DROP ROLE stranger"))
    made.dispose()


def test_an_account_that_would_see_no_rows_is_refused(stranger: sa.URL):
    for look in (prepared, lambda url: version(opened(url))):
        with pytest.raises(StoreError, match="stranger does not own the dashboard's tables"):
            look(stranger.render_as_string(hide_password=False))


def test_a_database_that_is_not_there(postgres_url: str):
    url = sa.make_url(postgres_url).set(database="elsewhere")
    with pytest.raises(StoreError, match="no database of the name that DATABASE_URL gives"):
        prepared(url.render_as_string(hide_password=False))
