"""Targets, stories and actions: the newest counts, every version is kept, and the audit holds none of the words."""

from datetime import date

import pytest
import sqlalchemy as sa

from store import audit
from store.engine import writing
from store.errors import RefusedError
from store.models import Borough
from store.plans import actions, stories, targets
from store.plans.actions import Doing, Progress
from store.plans.redaction import REMOVED, Written, strike
from store.plans.subject import About
from store.plans.targets import Goal, goal_on

BRENT = About("outside_borough", "Brent")
EVERYONE = About("outside_borough", None)


@pytest.fixture
def plans(database: sa.Engine) -> sa.Engine:
    with writing(database) as session:
        session.add(Borough(name="Brent"))
    return database


def told(engine: sa.Engine) -> list[tuple[str, str, str]]:
    return audit.events(engine).reverse().select("who", "what", "detail").rows()


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_of_targets_the_newest_of_a_first_day_counts_and_all_are_kept(plans: sa.Engine):
    for value, since in ((60, "2025-04-01"), (50, "2026-04-01"), (58, "2025-04-01")):
        targets.set_goal(plans, BRENT, Goal(value, day(since), note="Sufficiency strategy"), who="ann")
    assert [(goal.value, goal.since.year) for goal in targets.goals(plans, BRENT)] == [(58, 2025), (50, 2026)]
    targets.withdraw(plans, BRENT, day("2026-04-01"), who="ben")
    assert [goal.value for goal in targets.goals(plans, BRENT)] == [58]
    versions = [(goal.value, goal.is_withdrawn, goal.who) for goal in targets.versions(plans, BRENT)]
    assert versions == [(50, True, "ben"), (58, False, "ann"), (50, False, "ann"), (60, False, "ann")]
    assert targets.versions(plans, EVERYONE) == []
    assert told(plans)[-1] == ("ben", "target withdrawn", "metric outside_borough, borough Brent, from 2026-04-01")
    assert not any("Sufficiency" in detail for _, _, detail in told(plans))


def test_the_target_of_a_day_is_the_one_that_began_last():
    until = day("2026-03-31")
    goals = [Goal(60, day("2025-04-01")), Goal(50, day("2025-10-01"), until)]
    on = {when: goal_on(goals, day(when)) for when in ("2025-03-31", "2025-09-30", "2025-10-01", "2026-04-01")}
    assert [goal and goal.value for goal in on.values()] == [None, 60, 50, 60]


@pytest.mark.parametrize(
    ("about", "goal", "why"),
    [
        (BRENT, Goal(float("nan"), day("2025-04-01")), "is a number"),
        (BRENT, Goal(60, day("2025-04-01"), day("2025-03-31")), "before its first"),
        (BRENT, Goal(60, day("2025-04-01"), note="x" * 201), "200 is the most"),
        (About("outside_borough", "Atlantis"), Goal(60, day("2025-04-01")), "Atlantis has handed nothing in"),
    ],
)
def test_a_target_that_makes_no_sense_is_refused(plans: sa.Engine, about: About, goal: Goal, why: str):
    with pytest.raises(RefusedError, match=why):
        targets.set_goal(plans, about, goal, who="ann")
    with pytest.raises(RefusedError, match="no such target"):
        targets.withdraw(plans, about, goal.since, who="ann")
    assert told(plans) == []


def test_a_story_is_told_anew_and_taken_back_and_every_version_stays(plans: sa.Engine):
    for words in ("Few carers\r\nin the borough.\u202e", "Few carers\nin the borough.", "More carers.", "", ""):
        stories.tell(plans, BRENT, words, "", who="ann")
    assert stories.story(plans, BRENT) is None
    assert [each.story for each in stories.versions(plans, BRENT)] == [
        "",
        "More carers.",
        "Few carers\nin the borough.",
    ]
    about = "metric outside_borough, borough Brent"
    assert told(plans) == [
        *([("ann", "story told", about)] * 2),
        ("ann", "story taken back", about),
    ]


def test_the_story_of_the_consortium_is_its_own(plans: sa.Engine):
    stories.tell(plans, EVERYONE, "A shared framework.", "Providers", who="ann")
    newest = stories.story(plans, EVERYONE)
    assert newest is not None
    assert (newest.story, newest.partners) == ("A shared framework.", "Providers")
    assert stories.story(plans, BRENT) is None
    with pytest.raises(RefusedError, match="2,000 is the most"):
        stories.tell(plans, EVERYONE, "x" * 2001, "", who="ann")


def test_an_action_keeps_its_number_through_its_versions(plans: sa.Engine):
    first = actions.put(plans, BRENT, Doing("Recruit carers", "Head of fostering", day("2026-09-30")), who="ann")
    other = actions.put(plans, BRENT, Doing("  Review\nplacements ", "Panel"), who="ann")
    begun = Doing("Recruit carers", "Ann", day("2026-12-31"), day("2026-04-01"), Progress.UNDER_WAY, first)
    assert actions.put(plans, BRENT, begun, who="ben") == first
    now = [(each.number, each.what, each.owner, each.status.value) for each in actions.actions(plans, BRENT)]
    assert now == [(first, "Recruit carers", "Ann", "under way"), (other, "Review placements", "Panel", "planned")]
    assert [each.who for each in actions.versions(plans, BRENT)] == ["ben", "ann", "ann"]
    assert told(plans)[-1] == (
        "ben",
        "action changed",
        f"metric outside_borough, borough Brent, action {first}, status under way",
    )


@pytest.mark.parametrize(
    ("doing", "why"),
    [
        (Doing(" ", "Ann"), "What is done is empty"),
        (Doing("Recruit", ""), "The owner is empty"),
        (Doing("Recruit", "Ann", status=Progress.UNDER_WAY), "Say since when"),
        (Doing("Recruit", "Ann", day("2025-01-01"), day("2025-02-01")), "due before it began"),
        (Doing("Recruit", "Ann", number=99), "no such action"),
    ],
)
def test_an_action_that_makes_no_sense_is_refused(plans: sa.Engine, doing: Doing, why: str):
    with pytest.raises(RefusedError, match=why):
        actions.put(plans, BRENT, doing, who="ann")
    assert actions.versions(plans, BRENT) == []


def test_an_action_of_one_borough_is_not_changed_as_another_s(plans: sa.Engine):
    number = actions.put(plans, BRENT, Doing("Recruit carers", "Ann"), who="ann")
    with pytest.raises(RefusedError, match="no such action"):
        actions.put(plans, EVERYONE, Doing("Anything", "Ben", number=number), who="ben")


def test_words_that_should_not_be_there_are_taken_out_of_every_place_and_their_version_stays(plans: sa.Engine):
    targets.set_goal(plans, BRENT, Goal(60, day("2025-04-01"), note="A name"), who="ann")
    stories.tell(plans, BRENT, "A name", "A name", who="ann")
    actions.put(plans, BRENT, Doing("A name", "A name"), who="ann")
    for what in Written:
        strike(plans, what, 1, who="head")
    words = [
        targets.goals(plans, BRENT)[0].note,
        *(getattr(stories.versions(plans, BRENT)[0], name) for name in ("story", "partners")),
        *(getattr(actions.versions(plans, BRENT)[0], name) for name in ("what", "owner")),
    ]
    assert words == [REMOVED, REMOVED, "", REMOVED, REMOVED]
    assert told(plans)[-1] == ("head", "words removed", "metric outside_borough, borough Brent, of action, version 1")
    with pytest.raises(RefusedError, match="no such version"):
        strike(plans, Written.STORY, 2, who="head")
