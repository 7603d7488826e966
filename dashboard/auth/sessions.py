"""Who is signed in with this browser, and whether that still counts: asked of the identity token and the database."""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final

import streamlit as st

from dashboard.auth.groups import person_of_groups
from dashboard.settings import SignIn
from store.engine import engine
from store.models import SignIn as Row
from store.people import Person, person_of
from store.sign_ins import Known, at_work, begin, end, known
from store.utc_time import now

FRESH: Final = timedelta(minutes=15)
"""How soon after it was made an identity token must be used for the first time."""

BELIEVED_SECONDS: Final = 1.0
"""For how long what the database said is believed."""

MOST: Final = 1_000
"""Answers kept at most."""


class Why(StrEnum):
    """Why nobody is let in."""

    NOBODY = "not signed in"
    EXPIRED = "the sign-in has expired"
    IDLE = "nothing was done for too long"
    ENDED = "signed out"
    UNKNOWN = "not on the list"


@dataclass(frozen=True)
class Seat:
    """A signing in that counts: its fingerprint, its person, when it ends at the latest, whether it is for an event."""

    key: str
    person: Person
    until: datetime
    is_event: bool


@dataclass(frozen=True)
class Refusal:
    """Why nobody is let in, and who asked (empty where nobody says who they are)."""

    why: Why
    email: str = ""


_sat: dict[str, tuple[str, str]] = {}
"""Sessions of Streamlit's, and the sign-in and person that each is of."""

_made: dict[str, set[str]] = {}
"""Fingerprints of files made ready, and the signings in that they were made for."""

_said: dict[tuple[str, str], tuple[float, Known]] = {}


def claims() -> dict[str, Any]:
    """Give what the identity token says; nothing where nobody is signed in."""
    told = {str(name): value for name, value in st.user.to_dict().items() if name != "tokens"}
    return told if told.get("is_logged_in") else {}


def seat_of(told: Mapping[str, Any], rules: SignIn, address: str | None) -> Seat | Refusal:
    """Say whether what an identity token tells counts now; what counts no more is ended in the database."""
    email = str(told.get("email") or "").strip().lower()
    if not told or not email or told.get("email_verified") is False:
        return Refusal(Why.UNKNOWN if told else Why.NOBODY, email)
    key, until = fingerprint(told), _moment(told.get("exp"))
    here = _asked(key, email)
    person = _person(here, told, email, rules)
    if person is None:
        return Refusal(Why.UNKNOWN, email)
    if here.signin is None:
        if not _is_fresh(told) or until <= now():
            return Refusal(Why.EXPIRED, email)
        begin(engine(), key, email, until, address)
        forget()
        here = _asked(key, email)
    if why := _over(here.signin, until, rules.idle):
        return _ended(key, email, why)
    return Seat(key, person, until, here.signin is not None and here.signin.is_event)


def _person(here: Known, told: Mapping[str, Any], email: str, rules: SignIn) -> Person | None:
    """Who somebody is: as the list has it, else by their groups; who was taken off the list is nobody."""
    if here.user is not None:
        return person_of(here.user)
    return None if here.is_removed else person_of_groups(told, email, rules.groups, rules.groups_claim)


def touch(seat: Seat) -> None:
    """Write down that the person is at work."""
    here = _asked(seat.key, seat.person.email)
    if here.signin is not None and at_work(engine(), here.signin):
        forget()


def fingerprint(told: Mapping[str, Any]) -> str:
    """Give a text that is one signing in's own: a token's moment and its number used once are part of it."""
    return sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def made_for(told: Mapping[str, Any], content: bytes) -> None:
    """Remember whose a file is that was made ready."""
    if told:
        if len(_made) > MOST * 10:
            _made.clear()
        _made.setdefault(sha256(content).hexdigest(), set()).add(fingerprint(told))


def sit_at(session: str, seat: Seat) -> None:
    """Remember whose a session of Streamlit's is."""
    if len(_sat) > MOST * 10:
        _sat.clear()
    _sat[session] = (seat.key, seat.person.email)


def sits_at(key: str, session: str) -> bool:
    """Say whether a session is a signing in's."""
    return session in _sat and _sat[session][0] == key


def sessions_of(email: str) -> frozenset[str]:
    """Give a person's sessions, whatever browser and sign-in each is of."""
    return frozenset(session for session, (_, of) in list(_sat.items()) if of == email)


def may_fetch(key: str, content: bytes) -> bool:
    """Say whether a file was made for a signing in."""
    return key in _made.get(sha256(content).hexdigest(), set())


def forget() -> None:
    """Ask the database again at once."""
    _said.clear()


def _asked(key: str, email: str) -> Known:
    """What the database says, at most a second old."""
    at, here = _said.get((key, email), (0.0, None))
    if here is None or time.monotonic() - at > BELIEVED_SECONDS:
        if len(_said) > MOST:
            _said.clear()
        here = known(engine(), key, email)
        _said[key, email] = (time.monotonic(), here)
    return here


def _over(signin: Row | None, until: datetime, idle: timedelta) -> Why | None:
    if signin is None or signin.ended is not None:
        return Why.ENDED
    if until <= now():
        return Why.EXPIRED
    return Why.IDLE if now() - signin.last_seen > idle else None


def _ended(key: str, email: str, why: Why) -> Refusal:
    if why is not Why.ENDED:
        end(engine(), key, why.value)
        forget()
    return Refusal(why, email)


def _is_fresh(told: Mapping[str, Any]) -> bool:
    return now() - _moment(told.get("iat")) < FRESH


def _moment(given: object) -> datetime:
    """A token's moment; one that is missing or no number is long past."""
    return datetime.fromtimestamp(float(given) if isinstance(given, int | float) else 0.0, UTC)
