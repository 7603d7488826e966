"""Alembic's entry: runs on the connection that `store.migrations.run` (or the command line) gives it."""

from alembic import context

from store.models import Row


def run() -> None:
    """Versions inside one transaction, on SQLite too."""
    connection = context.config.attributes["connection"]
    context.configure(connection=connection, target_metadata=Row.metadata, transactional_ddl=True, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


run()
