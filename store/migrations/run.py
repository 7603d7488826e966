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
    config = _config(connection)
    scripts = ScriptDirectory.from_config(config)
    at = version_of(connection)
    if at == scripts.get_current_head():
        return
    _must_know(scripts, at)
    command.upgrade(config, "head")


def version_of(connection: sa.Connection) -> str | None:
    """The version that a database is at; None where nothing of ours is in it."""
    return MigrationContext.configure(connection).get_current_revision()


def newest() -> str:
    """The version that this release works with."""
    return str(ScriptDirectory(str(HERE)).get_current_head())


def take_back(connection: sa.Connection, revision: str) -> None:
    """Go back to an older version, for the release that knew it. Raises StoreError where there is none of that name.

    What only newer releases keep (tables and columns that they added) is gone.
    """
    config = _config(connection)
    known = [each.revision for each in ScriptDirectory.from_config(config).walk_revisions()]
    if revision not in known:
        raise StoreError(f"There is no version {revision}. There are {', '.join(sorted(known))}.")
    command.downgrade(config, revision)


def _config(connection: sa.Connection) -> Config:
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(HERE))
    return config


def _must_know(scripts: ScriptDirectory, revision: str | None) -> None:
    try:
        scripts.get_revisions(revision or "base")
    except CommandError as error:
        raise StoreError(
            f"The database is at version {revision}, which this release does not know. "
            "Start the newer release, or restore the backup made before it."
        ) from error
