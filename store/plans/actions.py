"""What is done about a metric, by whom and until when: the newest version counts, every one is kept and audited."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.audit import record
from store.engine import reading, writing
from store.errors import RefusedError
from store.free_text import SHORT, line
from store.models import Action
from store.plans.subject import About, must_be_known


class Progress(StrEnum):
    """How far an action is."""

    PLANNED = "planned"
    UNDER_WAY = "under way"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True)
class Doing:
    """One version of an action: what is done, who owns it, until when, since when, and how far it is.

    `number` is the action's own, the same in all its versions; `version` is this one's in the database.
    """

    what: str
    owner: str
    due: date | None = None
    began: date | None = None
    status: Progress = Progress.PLANNED
    number: int | None = None
    who: str = ""
    at: datetime | None = None
    version: int = 0


def actions(engine: sa.Engine, about: About) -> list[Doing]:
    """Every action as it is now, in the order in which they were first written."""
    newest = {doing.number: doing for doing in reversed(versions(engine, about))}
    return sorted(newest.values(), key=lambda doing: doing.number or 0)


def versions(engine: sa.Engine, about: About) -> list[Doing]:
    """Every version of every action of a metric, the newest first."""
    wanted = select(Action).where(*about.tests(Action)).order_by(col(Action.id).desc())
    with reading(engine) as session:
        return [_doing(row) for row in session.exec(wanted)]


def put(engine: sa.Engine, about: About, doing: Doing, *, who: str) -> int:
    """Add an action, or where it has a number another version of it; gives its number. Raises RefusedError.

    The audit holds none of the words.
    """
    what, owner = line("What is done", doing.what), line("The owner", doing.owner, SHORT)
    _must_make_sense(doing)
    told = Doing(what, owner, doing.due, doing.began, doing.status)
    with writing(engine) as session:
        must_be_known(session, about)
        if doing.number is not None:
            _must_be_there(session, about, doing.number)
        row = _row(about, told, doing.number, who)
        session.add(row)
        session.flush()
        number = doing.number or row.id or 0
        what_happened = "action changed" if doing.number else "action added"
        record(session, who, what_happened, {**about.detail(), "action": number, "status": doing.status.value})
    return number


def _must_make_sense(doing: Doing) -> None:
    if doing.status in (Progress.UNDER_WAY, Progress.DONE) and doing.began is None:
        raise RefusedError(
            f"Say since when: an action that is {doing.status.value} began on a day. Nothing was changed."
        )
    if doing.due is not None and doing.began is not None and doing.due < doing.began:
        raise RefusedError("The action is due before it began. Nothing was changed.")


def _must_be_there(session: Session, about: About, number: int) -> None:
    first = session.get(Action, number)
    if first is None or first.first is not None or (first.metric, first.borough) != (about.metric, about.borough):
        raise RefusedError("There is no such action here. Nothing was changed.")


def _doing(row: Action) -> Doing:
    number = row.first or row.id
    return Doing(row.what, row.owner, row.due, row.began, Progress(row.status), number, row.who, row.at, row.id or 0)


def _row(about: About, doing: Doing, first: int | None, who: str) -> Action:
    return Action(
        first=first,
        metric=about.metric,
        borough=about.borough,
        what=doing.what,
        owner=doing.owner,
        due=doing.due,
        began=doing.began,
        status=doing.status.value,
        who=who,
    )
