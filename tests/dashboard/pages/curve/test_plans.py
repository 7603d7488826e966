"""Targets, stories and actions are changed by those whose part it is, whatever the page offers, and read by no room."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
import sqlalchemy as sa
import streamlit as st

from dashboard.auth import current_user
from dashboard.auth.permissions import scope_of
from dashboard.pages.curve import plans
from dashboard.pages.curve.outcome_questions import ANSWERS, ASKED
from metrics import METRICS, Release, Theme
from metrics.card import Statistic
from store import audit
from store.engine import prepared, writing
from store.errors import RefusedError
from store.models import Borough
from store.people import OF_BOROUGHS, Person, Role
from store.plans.actions import Doing, Progress
from store.plans.targets import Goal

SLUG = "outside_borough"
Reader = Callable[..., None]


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, own_database: str) -> Iterator[sa.Engine]:
    made = prepared(own_database)
    with writing(made) as session:
        session.add_all([Borough(name="Brent"), Borough(name="Ealing")])
    monkeypatch.setattr(plans, "database", lambda: made)
    st.session_state.clear()
    yield made
    made.dispose()


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, database: sa.Engine) -> Reader:
    def become(role: Role, release: Release = Release.WORKING) -> None:
        who = scope_of(Person("ann@brent.gov.uk", "Ann", role, ("Brent",))).lowered_to(release)
        monkeypatch.setattr(current_user, "DEMONSTRATION", who)
        own = ("Brent",) if role in OF_BOROUGHS else ("Brent", "Ealing")
        monkeypatch.setattr(plans, "named_boroughs", lambda: own)

    return become


def changed(borough: str | None) -> list[str]:
    """Try every change, and name those that were let through."""
    tries = {
        "target": lambda: plans.set_goal(SLUG, borough, Goal(60, date(2026, 4, 1))),
        "withdrawal": lambda: plans.withdraw_goal(SLUG, borough, date(2026, 4, 1)),
        "story": lambda: plans.tell_story(SLUG, borough, "Few carers.", ""),
        "action": lambda: plans.put_action(SLUG, borough, Doing("Recruit", "Ann")),
    }
    done: list[str] = []
    for name, act in tries.items():
        try:
            act()
        except PermissionError:
            continue
        done.append(name)
    return done


EVERYTHING = ["target", "withdrawal", "story", "action"]


@pytest.mark.parametrize(
    ("role", "release", "borough", "allowed"),
    [
        (Role.COMMISSIONER, Release.WORKING, "Brent", EVERYTHING),
        (Role.COMMISSIONER, Release.WORKING, "Ealing", []),
        (Role.COMMISSIONER, Release.WORKING, None, []),
        (Role.COMMISSIONER, Release.WORKING, "Other boroughs", []),
        (Role.COMMISSIONER, Release.BOARD, "Brent", []),
        (Role.ANALYST, Release.WORKING, None, EVERYTHING),
        (Role.ANALYST, Release.EVENT, None, []),
        (Role.ADMINISTRATOR, Release.BOARD, "Ealing", EVERYTHING),
        (Role.DIRECTOR, Release.BOARD, "Brent", []),
        (Role.PRESENTER, Release.EVENT, "Brent", []),
    ],
)
def test_a_change_is_checked_where_it_is_made(
    reader: Reader, database: sa.Engine, role: Role, release: Release, borough: str | None, allowed: list[str]
):
    reader(role, release)
    assert changed(borough) == allowed
    what = audit.events(database)["what"].to_list()
    assert ("refused" in what) == (allowed == [])
    assert set(what) - {"refused"} == (
        {"target set", "target withdrawn", "story told", "action added"} if allowed else set()
    )


def test_words_are_not_read_in_an_event_or_of_a_borough_that_is_not_named(reader: Reader):
    reader(Role.ANALYST)
    changed("Ealing")
    assert plans.story(SLUG, "Ealing") is not None
    reader(Role.ANALYST, Release.EVENT)
    assert (plans.story(SLUG, "Ealing"), plans.actions(SLUG, "Ealing")) == (None, [])
    reader(Role.COMMISSIONER)
    assert (plans.story(SLUG, "Ealing"), plans.actions(SLUG, "Ealing"), plans.goals(SLUG, "Ealing")) == (None, [], [])
    assert plans.goal_versions(SLUG, "Ealing") == plans.story_versions(SLUG, "Ealing") == []


def test_action_counts_from_the_first_that_began_else_from_the_first_target(reader: Reader):
    reader(Role.ANALYST)
    goal = Goal(60, date(2026, 4, 1))
    assert plans.start(SLUG, None, []) is None
    plans.put_action(SLUG, None, Doing("Plan", "Ann"))
    assert plans.start(SLUG, None, [goal]) == date(2026, 4, 1)
    plans.put_action(SLUG, None, Doing("Stopped", "Ann", None, date(2024, 1, 1), Progress.STOPPED))
    plans.put_action(SLUG, None, Doing("Recruit", "Ann", None, date(2026, 6, 1), Progress.UNDER_WAY))
    assert plans.start(SLUG, None, [goal]) == date(2026, 6, 1)


def test_a_share_is_aimed_at_between_nothing_and_all(reader: Reader):
    reader(Role.ANALYST)
    with pytest.raises(RefusedError, match="from 0 to 100"):
        plans.set_goal(SLUG, None, Goal(101, date(2026, 4, 1)))


def test_every_theme_of_ours_has_answers_to_the_three_questions():

    ours = {card.theme for card in METRICS.values() if card.statistic is not Statistic.GIVEN}
    assert set(ANSWERS) == ours - {Theme.PUBLISHED}
    assert all(len(answers) == len(ASKED) and all(answers) for answers in ANSWERS.values())
    assert {slug for answers in ANSWERS.values() for slugs in answers for slug in slugs} <= set(METRICS)
