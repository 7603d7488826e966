"""Words that should never have been written, taken out of a version: that it was there stays, and who took them out."""

from enum import StrEnum
from typing import Final

import sqlalchemy as sa

from store.audit import record
from store.engine import writing
from store.errors import RefusedError
from store.models import Action, Story, Target
from store.plans.subject import About

REMOVED: Final = "[removed]"
"""What stands in the place of the words."""


class Written(StrEnum):
    """What people write about a metric."""

    TARGET = "target"
    STORY = "story"
    ACTION = "action"


def strike(engine: sa.Engine, what: Written, version: int, *, who: str) -> None:
    """Take the words out of one version, by its number. Raises RefusedError. Backups made before still hold them."""
    with writing(engine) as session:
        row = session.get({Written.TARGET: Target, Written.STORY: Story, Written.ACTION: Action}[what], version)
        if row is None:
            raise RefusedError("There is no such version. Nothing was changed.")
        if isinstance(row, Target):
            row.note = REMOVED
        elif isinstance(row, Story):
            row.story, row.partners = REMOVED, ""
        else:
            row.what, row.owner = REMOVED, REMOVED
        session.add(row)
        about = About(row.metric, row.borough)
        record(session, who, "words removed", {**about.detail(), "of": what.value, "version": version})
