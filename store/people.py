"""People who may sign in, and what of: a role, and for some roles boroughs of their own. Each change is audited."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import sqlalchemy as sa
from sqlmodel import Session, col, select

from loaders.authorities import authority
from store.audit import record
from store.engine import reading, writing
from store.errors import RefusedError
from store.models import User
from store.sign_ins import end_all

ADDRESS: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


class Role(StrEnum):
    """What a person is here for. What each may see and do stands in `dashboard.auth.roles`."""

    DATA_OFFICER = "data officer"
    COMMISSIONER = "commissioner"
    ANALYST = "consortium analyst"
    DIRECTOR = "director"
    PRESENTER = "presenter"
    ADMINISTRATOR = "administrator"


OF_BOROUGHS: Final = (Role.DATA_OFFICER, Role.COMMISSIONER)
"""Roles that are held for boroughs of one's own."""


@dataclass(frozen=True)
class Person:
    """A person who may sign in; `is_active` false: not any more."""

    email: str
    name: str
    role: Role
    boroughs: tuple[str, ...]
    is_active: bool = True


def known_as(email: str) -> str:
    """An address as it is kept: without spaces around it, in small letters. Raises RefusedError where it is none."""
    plain = email.strip().lower()
    if not ADDRESS.fullmatch(plain):
        raise RefusedError(f"{email} is no e-mail address.")
    return plain


def people(engine: sa.Engine) -> list[Person]:
    """Everyone on the list, by address."""
    with reading(engine) as session:
        return [person_of(user) for user in session.exec(select(User).order_by(User.email))]


def put(engine: sa.Engine, person: Person, *, who: str) -> str:
    """Put a person on the list, or change their name, role or boroughs, and say so. Raises RefusedError.

    A change of role or boroughs ends what they are signed in to.
    """
    email, boroughs = known_as(person.email), [*fitting(person).boroughs]
    with writing(engine) as session:
        user = _of(session, email)
        before = _told(user) if user and user.is_active else None
        kept = user or User(email=email, role=person.role.value)
        kept.name, kept.role, kept.boroughs = person.name.strip(), person.role.value, boroughs
        kept.is_active = True
        session.add(kept)
        _must_leave_an_administrator(session)
        record(session, who, "person changed" if before else "person added", _detail(email, before, _told(kept)))
        if before and before != _told(kept):
            end_all(session, email, "role changed")
    return f"{email}: {_told(kept)}."


def remove(engine: sa.Engine, email: str, *, who: str) -> str:
    """Take a person off the list, end what they are signed in to, and say so. Raises RefusedError."""
    with writing(engine) as session:
        user = _of(session, known_as(email))
        if user is None or not user.is_active:
            raise RefusedError(f"{email} is not on the list.")
        user.is_active = False
        session.add(user)
        _must_leave_an_administrator(session)
        record(session, who, "person removed", _detail(user.email, _told(user), None))
        end_all(session, user.email, "removed")
    return f"{user.email} is off the list and signed out everywhere."


def person_of(user: User) -> Person:
    """A row as a person."""
    return Person(user.email, user.name, Role(user.role), tuple(user.boroughs), user.is_active)


def _of(session: Session, email: str) -> User | None:
    return session.exec(select(User).where(User.email == email)).first()


def fitting(person: Person) -> Person:
    """A person with the boroughs that go with their role, as the Department writes them. Raises RefusedError."""
    if person.role not in OF_BOROUGHS:
        return replace(person, boroughs=())
    if not person.boroughs:
        raise RefusedError(f"A {person.role.value} needs at least one borough.")
    return replace(person, boroughs=tuple(sorted({_borough(name) for name in person.boroughs})))


def _borough(given: str) -> str:
    known = authority(given)
    if known is None:
        raise RefusedError(f"{given} is no local authority. Write it as the Department for Education does.")
    return known.name


def _must_leave_an_administrator(session: Session) -> None:
    """Nobody locks everyone out: the last administrator stays one."""
    session.flush()
    everyone: Collection[User] = session.exec(select(User).where(col(User.is_active))).all()
    if all(user.role != Role.ADMINISTRATOR for user in everyone):
        raise RefusedError("There must be an administrator. Make someone else one first.")


def _told(user: User) -> str:
    return f"{user.role} of {', '.join(user.boroughs)}" if user.boroughs else user.role


def _detail(email: str, before: str | None, after: str | None) -> dict[str, str | int | None]:
    return {"person": email, "from": before, "to": after}
