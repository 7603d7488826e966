"""What an operator says at the server's own command line of every kind of file: which release, and whose cut of it."""

from argparse import ArgumentParser, Namespace
from typing import Final

from dashboard.auth.current_user import Scope
from metrics import Release
from store.command_line_user import at_the_keyboard

RELEASES: Final = (Release.BOARD, Release.WORKING)
"""The releases that give files; the event release gives none."""


def add_scope(parser: ArgumentParser) -> None:
    """Ask which release, and whose cut."""
    parser.add_argument("--release", choices=[release.value for release in RELEASES], default=Release.BOARD.value)
    parser.add_argument(
        "--readers",
        action="append",
        default=[],
        metavar="BOROUGH",
        help="cut as this borough's people see it: the other boroughs only together",
    )


def scope_of(given: Namespace) -> Scope:
    """Give the operator's scope: the release chosen, and every borough or those of the readers."""
    readers = tuple(given.readers) or None
    return Scope("Command line", readers, Release(given.release), f"{user()} at the command line")


def user() -> str:
    """Name who is logged in on the server."""
    return at_the_keyboard("somebody")
