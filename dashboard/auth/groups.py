"""Groups of the identity provider, and the role that each gives: beside the list of people, which goes before them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from store.errors import RefusedError
from store.people import Person, Role, fitting

CLAIM: Final = "groups"
"""Where an identity token names a person's groups, unless the operator says otherwise."""

SAMPLE: Final = "GROUP=role of Brent, Ealing; GROUP=role"
NOBODY_S: Final = "a-group@placements.example"


class GroupsError(ValueError):
    """A sentence for the operator: which part of the setting is wrong, and why."""


@dataclass(frozen=True)
class Group:
    """A group by the name or number that tokens give, and the role and boroughs of whoever is in it."""

    name: str
    role: Role
    boroughs: tuple[str, ...]


@lru_cache(maxsize=8)
def groups_of(given: str) -> tuple[Group, ...]:
    """Read the setting: `GROUP=role of BOROUGH, BOROUGH; GROUP=role`.

    Raises:
        GroupsError: a part that is none, a role or borough that is not known, or boroughs that the role lacks.
    """
    return tuple(_group(part.strip()) for part in given.split(";") if part.strip())


def _group(part: str) -> Group:
    name, is_one, rest = (word.strip() for word in part.rpartition("="))
    role, _, boroughs = (word.strip() for word in rest.partition(" of "))
    if not (name and is_one):
        raise GroupsError(f"{part} is no group with its role; write {SAMPLE}")
    if role.lower() not in [*Role]:
        raise GroupsError(f"{role or 'nothing'} is no role. There are {', '.join(Role)}")
    named = tuple(word.strip() for word in boroughs.split(",") if word.strip())
    try:
        fit = fitting(Person(NOBODY_S, "", Role(role.lower()), named))
    except RefusedError as problem:
        raise GroupsError(f"{name}: {str(problem).rstrip('.')}") from problem
    return Group(name, fit.role, fit.boroughs)


def person_of_groups(told: Mapping[str, Any], email: str, groups: Sequence[Group], claim: str) -> Person | None:
    """Give who a token says that somebody is by their groups; None where none of theirs has a role.

    The role is that of the first group of the setting that they are in, and the boroughs are those of all their groups
    that give this role.
    """
    given = told.get(claim)
    theirs = {str(name) for name in ([given] if isinstance(given, str) else given if isinstance(given, list) else [])}
    held = [group for group in groups if group.name in theirs]
    if not held:
        return None
    boroughs = {name for group in held if group.role is held[0].role for name in group.boroughs}
    return Person(email, str(told.get("name") or ""), held[0].role, tuple(sorted(boroughs)))
