"""Bring a database to the newest version, in the transaction of the connection given."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from store.errors import StoreError

HERE = Path(__file__).parent


def migrate(connection: sa.Connection) -> None:
    """All missing versions, or none where one fails. Raises StoreError for a database from a newer release."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(HERE))
    scripts = ScriptDirectory.from_config(config)
    at = MigrationContext.configure(connection).get_current_revision()
    if at == scripts.get_current_head():
        return
    _must_know(scripts, at)
    command.upgrade(config, "head")


def _must_know(scripts: ScriptDirectory, revision: str | None) -> None:
    try:
        scripts.get_revisions(revision or "base")
    except CommandError as error:
        raise StoreError(
            f"The database is at version {revision}, which this release does not know. "
            "Start the newer release, or restore the backup made before it."
        ) from error
