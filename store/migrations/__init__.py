"""The database's shape over time: Alembic's versions, and how they run."""
