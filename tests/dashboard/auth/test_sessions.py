"""Who is let in: an identity token that counts, a person on the list, and at work; each end is an end."""

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from dashboard.auth import sessions
from dashboard.auth.sessions import Refusal, Seat, Why, seat_of
from dashboard.settings import SignIn
from store import people, sign_ins
from store.engine import engine, writing
from store.models import SignIn as Row
from store.people import Person, Role
from store.utc_time import now

RULES = SignIn("https://provider", "placements", "secret", "https://us", "x" * 40, "Ann", timedelta(minutes=30))
ANN = Person("ann@brent.gov.uk", "Ann", Role.ADMINISTRATOR, ())


@pytest.fixture
def database(own_database: str) -> Iterator[sa.Engine]:
    """A database with Ann on the list."""
    del own_database
    sessions.forget()
    people.put(engine(), ANN, who="command line")
    yield engine()
    sessions.forget()


def token(**changed: Any) -> dict[str, Any]:
    """What an identity token tells, made a moment ago, good for an hour."""
    at = int(time.time())
    told = {"email": "Ann@Brent.gov.uk", "email_verified": True, "sub": "1", "iat": at, "exp": at + 3600, "nonce": "n"}
    return {**told, "is_logged_in": True, **changed}


def asked(told: dict[str, Any]) -> Seat | Why:
    sessions.forget()
    found = seat_of(told, RULES, None)
    return found.why if isinstance(found, Refusal) else found


def test_a_person_on_the_list_is_let_in(database: sa.Engine):
    found = asked(token())
    assert isinstance(found, Seat)
    assert (found.person.email, found.is_event) == (ANN.email, False)


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"email": "eve@brent.gov.uk"}, Why.UNKNOWN),
        ({"email": None}, Why.UNKNOWN),
        ({"email_verified": False}, Why.UNKNOWN),
        ({"exp": int(time.time()) - 1}, Why.EXPIRED),
        ({"exp": None}, Why.EXPIRED),
        ({"exp": "never"}, Why.EXPIRED),
        ({"iat": int(time.time()) - 3600}, Why.EXPIRED),
        ({"iat": None}, Why.EXPIRED),
    ],
)
def test_what_is_wrong_with_a_token(database: sa.Engine, changed: dict[str, Any], why: Why):
    assert asked(token(**changed)) is why


def test_nothing_told_is_nobody(database: sa.Engine):
    assert asked({}) is Why.NOBODY


def test_a_token_in_use_ends_at_its_expiry(database: sa.Engine, monkeypatch: pytest.MonkeyPatch):
    told = token()
    assert isinstance(asked(told), Seat)
    later = now() + timedelta(hours=2)
    monkeypatch.setattr(sessions, "now", lambda: later)
    assert asked(told) is Why.EXPIRED
    monkeypatch.undo()
    monkeypatch.setenv("DATABASE_URL", str(database.url))
    assert asked(told) is Why.ENDED


def test_nobody_stays_in_who_does_nothing(database: sa.Engine):
    told = token()
    found = asked(told)
    assert isinstance(found, Seat)
    with writing(database) as session:
        row = session.get(Row, found.key)
        assert row is not None
        row.last_seen = now() - timedelta(minutes=31)
        session.add(row)
    assert asked(told) is Why.IDLE
    assert asked(told) is Why.ENDED
    assert isinstance(asked(token(nonce="again")), Seat)


@pytest.mark.parametrize("how", ["out", "everywhere", "removed"])
def test_a_copied_cookie_is_worth_nothing_after_signing_out(database: sa.Engine, how: str):
    told = token()
    found = asked(told)
    assert isinstance(found, Seat)
    if how == "out":
        sign_ins.end(database, found.key, "signed out")
    elif how == "everywhere":
        sign_ins.end_everywhere(database, ANN.email, who=ANN.email)
    else:
        people.put(database, Person("bo@brent.gov.uk", "", Role.ADMINISTRATOR, ()), who=ANN.email)
        people.remove(database, ANN.email, who="bo@brent.gov.uk")
    assert asked(told) is (Why.UNKNOWN if how == "removed" else Why.ENDED)


def test_event_mode_lasts_until_one_signs_in_again(database: sa.Engine):
    told = token()
    found = asked(told)
    assert isinstance(found, Seat)
    sign_ins.bind(database, found.key)
    again, new = asked(told), asked(token(nonce="again"))
    assert isinstance(again, Seat)
    assert isinstance(new, Seat)
    assert (again.is_event, new.is_event) == (True, False)


def test_a_file_is_known_by_whom_it_was_made_for(database: sa.Engine):
    mine, theirs = token(), token(nonce="theirs")
    sessions.made_for(mine, b"figures")
    assert sessions.may_fetch(sessions.fingerprint(mine), b"figures")
    assert not sessions.may_fetch(sessions.fingerprint(theirs), b"figures")
    assert not sessions.may_fetch(sessions.fingerprint(mine), b"other figures")
