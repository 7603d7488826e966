"""What the migrations make is what the models say."""

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import select

from store.engine import prepared, reading, writing, writing_connection
from store.errors import StoreError
from store.migrations.run import migrate, take_back
from store.models import AuditEvent, Row, User
from store.uploads.history import history
from store.uploads.save import save
from tests.store.handing import reading as reading_of


def test_from_empty_they_make_what_the_models_say(database: sa.Engine):
    with database.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []


def test_they_can_be_taken_back_one_by_one_and_done_again_without_loss_of_uploads(database: sa.Engine):
    save(database, reading_of(), who="officer")
    before = history(database)
    for version in ("0004", "0003", "0002"):
        with writing_connection(database) as connection:
            take_back(connection, version)
    with writing_connection(database) as connection:
        migrate(connection)
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []
    assert history(database).equals(before)


def test_a_version_that_never_was_is_said(fresh: sa.Engine):
    with pytest.raises(StoreError, match=r"There is no version 9\. There are 0001, 0002"), fresh.begin() as connection:
        take_back(connection, "9")


def test_a_second_start_changes_nothing(fresh: sa.Engine, fresh_url: str):
    with writing(fresh) as session:
        session.add(User(email="officer@brent.gov.uk", role="analyst", boroughs=["Brent"]))
    again = prepared(fresh_url)
    with reading(again) as session:
        assert session.exec(select(User)).one().boroughs == ["Brent"]
    again.dispose()


def test_a_database_of_a_newer_release_is_left_alone(fresh: sa.Engine, fresh_url: str):
    with fresh.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match="version 9999, which this release does not know"):
        prepared(fresh_url)


@pytest.mark.parametrize("change", ["UPDATE auditevent SET who = 'nobody'", "DELETE FROM auditevent"])
def test_audit_events_stay_as_they_are(database: sa.Engine, change: str):
    with writing(database) as session:
        session.add(AuditEvent(who="officer", what="stored"))
    with pytest.raises(StoreError, match="audit events stay as they are"), writing(database) as session:
        session.execute(sa.text(change))
    with reading(database) as session:
        event = session.exec(select(AuditEvent)).one()
    assert (event.who, event.at.utcoffset().total_seconds()) == ("officer", 0)
