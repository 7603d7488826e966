"""Targets: what a metric should reach from a day on. Set, changed and withdrawn; every version kept and audited."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite

import sqlalchemy as sa
from sqlmodel import Session, col, select

from store.audit import record
from store.engine import reading, writing
from store.errors import RefusedError
from store.free_text import LINE, text
from store.models import Target
from store.plans.subject import About, must_be_known


@dataclass(frozen=True)
class Goal:
    """One version of a target: its value in the metric's unit, the days it holds (`until` None: on and on).

    `note` says why; `is_withdrawn` that it counts no more; `version` is its number in the database.
    """

    value: float
    since: date
    until: date | None = None
    note: str = ""
    who: str = ""
    at: datetime | None = None
    is_withdrawn: bool = False
    version: int = 0

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


def goals(engine: sa.Engine, about: About) -> list[Goal]:
    """The targets in force, by their first day; of one first day the newest version."""
    newest = {goal.since: goal for goal in reversed(versions(engine, about))}
    return sorted((goal for goal in newest.values() if not goal.is_withdrawn), key=lambda goal: goal.since)


def goal_on(goals: Iterable[Goal], day: date) -> Goal | None:
    """The target that holds on a day: of several the one that began last."""
    return max((goal for goal in goals if goal.holds(day)), key=lambda goal: goal.since, default=None)


def versions(engine: sa.Engine, about: About) -> list[Goal]:
    """Every version of every target of a metric, the newest first."""
    with reading(engine) as session:
        return [_goal(row) for row in session.exec(select(Target).where(*about.tests(Target)).order_by(_newest()))]


def set_goal(engine: sa.Engine, about: About, goal: Goal, *, who: str) -> None:
    """Set a target; one with the same first day takes the other's place. Raises RefusedError."""
    if not isfinite(goal.value):
        raise RefusedError("A target is a number. Nothing was changed.")
    if goal.until is not None and goal.until < goal.since:
        raise RefusedError("The target's last day is before its first. Nothing was changed.")
    note = text("The note", goal.note, LINE)
    with writing(engine) as session:
        must_be_known(session, about)
        session.add(_row(about, goal, note, who))
        told = {"value": f"{goal.value:g}", "from": goal.since.isoformat()}
        record(session, who, "target set", {**about.detail(), **told})


def withdraw(engine: sa.Engine, about: About, since: date, *, who: str) -> None:
    """Withdraw the target with this first day. Raises RefusedError where none is in force."""
    with writing(engine) as session:
        last = _last(session, about, since)
        if last is None or last.is_withdrawn:
            raise RefusedError("There is no such target any more. Nothing was changed.")
        session.add(_row(about, _goal(last), last.note, who, is_withdrawn=True))
        record(session, who, "target withdrawn", {**about.detail(), "from": since.isoformat()})


def _last(session: Session, about: About, since: date) -> Target | None:
    wanted = select(Target).where(*about.tests(Target), col(Target.valid_from) == since)
    return session.exec(wanted.order_by(_newest()).limit(1)).first()


def _newest() -> sa.UnaryExpression[int | None]:
    return col(Target.id).desc()


def _goal(row: Target) -> Goal:
    return Goal(row.value, row.valid_from, row.valid_to, row.note, row.who, row.at, row.is_withdrawn, row.id or 0)


def _row(about: About, goal: Goal, note: str, who: str, *, is_withdrawn: bool = False) -> Target:
    return Target(
        metric=about.metric,
        borough=about.borough,
        value=goal.value,
        valid_from=goal.since,
        valid_to=goal.until,
        note=note,
        who=who,
        is_withdrawn=is_withdrawn,
    )
