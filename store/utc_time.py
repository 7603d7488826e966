"""Moments, aware and in UTC, in the database too."""

from datetime import UTC, datetime
from typing import Final

from sqlalchemy import DateTime, TypeDecorator

LONDON: Final = "Europe/London"
"""Where those who read a time are."""


class UtcTime(TypeDecorator[datetime]):
    """A moment, aware and in UTC both ways; SQLite alone would give it back without its zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: object) -> datetime | None:
        """To the database."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: object) -> datetime | None:
        """From the database."""
        return value.replace(tzinfo=UTC) if value and value.tzinfo is None else value


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)
