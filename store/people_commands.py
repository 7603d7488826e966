"""The door's commands about people: `python -m store people list | add EMAIL --role ROLE | remove EMAIL`."""

import argparse
from dataclasses import replace

import sqlalchemy as sa

from store import people
from store.people import Person, Role, known_as
from store.sign_ins import end_everywhere

WHO = "command line"


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the commands to a parser; each sets `do`."""
    doings = parser.add_subparsers(required=True)
    doings.add_parser("list", help="say who may sign in").set_defaults(do=_list)
    adding = doings.add_parser("add", help="put someone on the list, or change their role")
    adding.add_argument("email")
    adding.add_argument("--role", required=True, type=_role, metavar="ROLE", help=", ".join(Role))
    adding.add_argument("--borough", action="append", default=[], help="their own; say it again for another")
    adding.add_argument("--name", default="")
    adding.set_defaults(do=_add)
    for name, do, what in (
        ("remove", _remove, "take someone off the list"),
        ("sign-out", _sign_out, "end everything that someone is signed in to"),
    ):
        each = doings.add_parser(name, help=what)
        each.add_argument("email")
        each.set_defaults(do=do)


def _list(_: argparse.Namespace, database: sa.Engine) -> str:
    lines = [_line(person) for person in people.people(database)]
    return "\n".join(lines) or "Nobody is on the list. Add an administrator first."


def _line(person: Person) -> str:
    boroughs = ", ".join(person.boroughs)
    return "  ".join(part for part in (person.email, person.role, boroughs, "" if person.is_active else "off") if part)


def _add(given: argparse.Namespace, database: sa.Engine) -> str:
    before = next((each for each in people.people(database) if each.email == known_as(given.email)), None)
    name = given.name or (before.name if before else "")
    person = Person(given.email, name, given.role, tuple(given.borough))
    return people.put(database, replace(person, email=known_as(given.email)), who=WHO)


def _remove(given: argparse.Namespace, database: sa.Engine) -> str:
    return people.remove(database, given.email, who=WHO)


def _sign_out(given: argparse.Namespace, database: sa.Engine) -> str:
    count = end_everywhere(database, known_as(given.email), who=WHO)
    return f"{known_as(given.email)} is signed out everywhere ({count:,} signed in)."


def _role(given: str) -> Role:
    try:
        return Role(given.strip().lower().replace("-", " "))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"there is no role {given}; there are {', '.join(Role)}") from error
