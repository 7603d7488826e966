"""Targets, stories and actions of the focus: read by those who may name it, changed by those whose part it is."""

from collections.abc import Sequence
from datetime import date

from dashboard.auth.current_user import put_refusal_on_record, scope
from dashboard.data.data_source import database
from dashboard.data.figures import metric
from dashboard.data.loaded import named_boroughs
from metrics import Metric, Release, Statistic, Unit
from store.errors import RefusedError
from store.plans import actions as kept_actions
from store.plans import redaction as removal
from store.plans import stories, targets
from store.plans.actions import Doing, Progress
from store.plans.redaction import Written
from store.plans.stories import Told
from store.plans.subject import About
from store.plans.targets import Goal

MOST_PERCENT = 100
REFUSAL = "Targets, stories and actions are kept in the working release, by those who look after the borough."


def may_plan(borough: str | None) -> bool:
    """Say whether the reader may change what is planned for a borough (None: for the consortium)."""
    return scope().may_plan(borough) and (borough is None or borough in named_boroughs())


def may_read(borough: str | None) -> bool:
    """Say whether the reader may read people's words about a borough: nobody in an event, where words have no guard."""
    return scope().release is not Release.EVENT and _is_named(borough)


def _is_named(borough: str | None) -> bool:
    return borough is None or borough in named_boroughs()


def goals(slug: str, borough: str | None) -> list[Goal]:
    """Give the targets in force, the first day first; none of boroughs that are not named."""
    return targets.goals(database(), About(slug, borough)) if _is_named(borough) else []


def goal_versions(slug: str, borough: str | None) -> list[Goal]:
    """Give every version of the targets, the newest first."""
    return targets.versions(database(), About(slug, borough)) if may_read(borough) else []


def story(slug: str, borough: str | None) -> Told | None:
    """Give the story behind the curve, and the partners."""
    return stories.story(database(), About(slug, borough)) if may_read(borough) else None


def story_versions(slug: str, borough: str | None) -> list[Told]:
    """Give every version of the story, the newest first."""
    return stories.versions(database(), About(slug, borough)) if may_read(borough) else []


def actions(slug: str, borough: str | None) -> list[Doing]:
    """Give what is done, as it stands."""
    return kept_actions.actions(database(), About(slug, borough)) if may_read(borough) else []


def action_versions(slug: str, borough: str | None) -> list[Doing]:
    """Give every version of every action, the newest first."""
    return kept_actions.versions(database(), About(slug, borough)) if may_read(borough) else []


def start(slug: str, borough: str | None, held: Sequence[Goal]) -> date | None:
    """Give the day from which action counts: that on which the first began, else the first day of the first target."""
    doings = kept_actions.actions(database(), About(slug, borough)) if _is_named(borough) else []
    begun = [each.began for each in doings if each.began and each.status in (Progress.UNDER_WAY, Progress.DONE)]
    return min(begun or [goal.since for goal in held], default=None)


def set_goal(slug: str, borough: str | None, goal: Goal) -> None:
    """Set a target. Raises StoreError or PermissionError."""
    about = _must_plan(slug, borough)
    if is_share(metric(slug)) and not 0 <= goal.value <= MOST_PERCENT:
        raise RefusedError("A target in percent is from 0 to 100. Nothing was changed.")
    targets.set_goal(database(), about, goal, who=scope().who)


def is_share(card: Metric) -> bool:
    """Say whether a measure is a part of a whole, from 0% to 100%: a change in percent may be any."""
    return card.unit is Unit.PERCENT and card.statistic is Statistic.SHARE


def withdraw_goal(slug: str, borough: str | None, since: date) -> None:
    """Withdraw the target with this first day. Raises StoreError or PermissionError."""
    targets.withdraw(database(), _must_plan(slug, borough), since, who=scope().who)


def tell_story(slug: str, borough: str | None, told: str, partners: str) -> None:
    """Tell the story again. Raises StoreError or PermissionError."""
    stories.tell(database(), _must_plan(slug, borough), told, partners, who=scope().who)


def put_action(slug: str, borough: str | None, doing: Doing) -> None:
    """Add an action, or change the one with its number. Raises StoreError or PermissionError."""
    kept_actions.put(database(), _must_plan(slug, borough), doing, who=scope().who)


def may_strike() -> bool:
    """Say whether the reader may take words out of a version: administrators."""
    return scope().may_manage()


def strike(what: Written, version: int) -> None:
    """Take the words out of a version for good. Raises StoreError or PermissionError."""
    if not may_strike():
        put_refusal_on_record("refused", scope().who, {"why": "words are removed by administrators"})
        raise PermissionError("Words are removed by administrators.")
    removal.strike(database(), what, version, who=scope().who)


def _must_plan(slug: str, borough: str | None) -> About:
    if not may_plan(borough):
        put_refusal_on_record("refused", scope().who, {"why": "plans are for those who look after the borough"})
        raise PermissionError(REFUSAL)
    return About(metric(slug).slug, borough)
