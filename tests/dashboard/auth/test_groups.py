"""Groups of the identity provider give roles to who is not on the list; who is on it, or was, is as it says."""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from dashboard.auth import sessions
from dashboard.auth.groups import Group, GroupsError, groups_of, person_of_groups
from dashboard.auth.sessions import Refusal, Seat, Why, seat_of
from dashboard.settings import SettingsError, sign_in
from store import people, sign_ins
from store.engine import engine
from store.errors import RefusedError
from store.people import Person, Role
from tests.dashboard.auth.test_sessions import RULES, token

BRENT = "CN=Placements,OU=Brent"
GIVEN = f"{BRENT}=commissioner of Brent; 7f3a=Commissioner of Ealing, brent; board = director ; ict=administrator"
ANN = Person("ann@brent.gov.uk", "Ann", Role.DIRECTOR, ())
ADA = Person("ada@brent.gov.uk", "Ada", Role.ADMINISTRATOR, ())


@pytest.fixture
def database(own_database: str) -> Iterator[sa.Engine]:
    """A database with an administrator on the list."""
    del own_database
    sessions.forget()
    people.put(engine(), ADA, who="command line")
    yield engine()
    sessions.forget()


def person(*groups: str, **more: Any) -> Person | Why:
    """Who is let in with these groups, or why nobody is."""
    sessions.forget()
    told = token(groups=[*groups], nonce=str(time.monotonic_ns()), **more)
    found = seat_of(told, replace(RULES, groups=groups_of(GIVEN)), None)
    return found.person if isinstance(found, Seat) else found.why


def test_the_setting_is_read():
    assert groups_of(GIVEN) == (
        Group(BRENT, Role.COMMISSIONER, ("Brent",)),
        Group("7f3a", Role.COMMISSIONER, ("Brent", "Ealing")),
        Group("board", Role.DIRECTOR, ()),
        Group("ict", Role.ADMINISTRATOR, ()),
    )
    assert groups_of(" ; ") == ()


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ("directors", "directors is no group with its role"),
        ("board=king", "king is no role. There are data officer, commissioner"),
        ("b=commissioner", "b: A commissioner needs at least one borough"),
        ("b=data officer of Atlantis", "b: Atlantis is no local authority"),
    ],
)
def test_what_cannot_be_followed_is_said(given: str, why: str, monkeypatch: pytest.MonkeyPatch):
    with pytest.raises(GroupsError, match=why):
        groups_of(given)
    for name, value in {
        "SIGN_IN_URL": "https://login.example/x",
        "SIGN_IN_CLIENT_ID": "placements",
        "SIGN_IN_CLIENT_SECRET": "secret",
        "PUBLIC_URL": "https://placements.example.gov.uk",
        "SIGN_IN_GROUPS": given,
    }.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match="SIGN_IN_GROUPS cannot be followed"):
        sign_in()


@pytest.mark.parametrize(
    ("groups", "role", "boroughs"),
    [
        (["board"], Role.DIRECTOR, ()),
        ([BRENT], Role.COMMISSIONER, ("Brent",)),
        (["7f3a", BRENT, "elsewhere"], Role.COMMISSIONER, ("Brent", "Ealing")),
        (["ict", "board"], Role.DIRECTOR, ()),
    ],
    ids=["one", "with a borough", "the boroughs of both", "the first of the setting"],
)
def test_who_is_not_on_the_list_is_what_their_groups_say(
    database: sa.Engine, groups: list[str], role: Role, boroughs: tuple[str, ...]
):
    assert person(*groups, name="Ann") == Person("ann@brent.gov.uk", "Ann", role, boroughs)


def test_without_a_group_of_ours_nobody_is_let_in(database: sa.Engine):
    assert person("elsewhere") is Why.UNKNOWN
    assert person() is Why.UNKNOWN


def test_the_list_goes_before_groups_and_who_was_taken_off_it_stays_out(database: sa.Engine):
    people.put(database, ANN, who="command line")
    assert person("ict") == ANN
    people.remove(database, ANN.email, who="command line")
    assert person("ict") is Why.UNKNOWN


def test_administrators_by_group_do_not_let_the_last_on_the_list_go(database: sa.Engine):
    assert isinstance(person("ict"), Person)
    with pytest.raises(RefusedError, match="There must be an administrator"):
        people.remove(database, ADA.email, who="command line")


@pytest.mark.parametrize("claim", [None, 7, {"board": 1}, "elsewhere", ["boar", "d"]])
def test_what_is_no_list_of_groups_gives_nothing(claim: Any):
    assert person_of_groups({"groups": claim}, "a@b.example", groups_of(GIVEN), "groups") is None


def test_a_token_may_name_groups_elsewhere_and_one_alone():
    found = person_of_groups({"roles": "board"}, "a@b.example", groups_of(GIVEN), "roles")
    assert found is not None
    assert found.role is Role.DIRECTOR


def test_a_group_s_signing_in_ends_as_any_other(database: sa.Engine):
    told = token(groups=["board"])
    rules = replace(RULES, groups=groups_of(GIVEN))
    found = seat_of(told, rules, None)
    assert isinstance(found, Seat)
    sign_ins.end(database, found.key, "signed out")
    sessions.forget()
    ended = seat_of(told, rules, None)
    assert isinstance(ended, Refusal)
    assert ended.why is Why.ENDED
