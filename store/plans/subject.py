"""What targets, stories and actions are about: a metric, of a borough or of the consortium."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlmodel import Session, col

from store.errors import RefusedError
from store.models import Action, Borough, Story, Target


@dataclass(frozen=True)
class About:
    """A metric by its slug, of a borough or (None) the whole consortium."""

    metric: str
    borough: str | None

    def tests(self, table: type[Target] | type[Story] | type[Action]) -> list[sa.ColumnElement[bool]]:
        """Conditions on rows that are about it."""
        return [col(table.metric) == self.metric, col(table.borough).is_not_distinct_from(self.borough)]

    def detail(self) -> dict[str, str | int | None]:
        """It for the audit."""
        return {"metric": self.metric, "borough": self.borough or "consortium"}


def must_be_known(session: Session, about: About) -> None:
    """Refuse a borough that has handed nothing in. Raises RefusedError."""
    if about.borough is not None and session.get(Borough, about.borough) is None:
        raise RefusedError(f"{about.borough} has handed nothing in yet. Nothing was changed.")
