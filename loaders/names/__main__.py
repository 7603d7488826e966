"""Providers' names on the command line: `python -m loaders providers`, or `python -m loaders.names`.

Lists the names that the register has not, each with a proposal, and rules on one: a name is linked to a provider
only once a person says so.
"""

import argparse
import sys
from collections.abc import Sequence
from typing import Final

from loaders.cli.report import console
from loaders.names import as_written, proposals
from loaders.names.report import as_json, print_names
from store.command_line_user import at_the_keyboard
from store.engine import engine
from store.errors import StoreError
from store.rulings import forget_name, in_force, rule_name, ruled_names
from store.snapshot import tables

NAMING: Final = ("costs", "services", "providers")
"""Tables that name providers."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; 1 where it cannot be done, with the reason on standard error."""
    parser = argparse.ArgumentParser(prog="python -m loaders.names", description=__doc__)
    add_arguments(parser)
    try:
        return do(parser.parse_args(arguments))
    except (StoreError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what may be asked; `do` does it."""
    ruling = parser.add_mutually_exclusive_group()
    ruling.add_argument("--same", nargs=2, metavar=("NAME", "PROVIDER"), help="the name is this registered provider's")
    ruling.add_argument("--nobody", metavar="NAME", help="the name is nobody's in the register")
    ruling.add_argument("--forget", metavar="NAME", help="take the ruling on a name back")
    parser.add_argument(
        "--who", default=at_the_keyboard(), help="who rules; the person signed in on this machine if not given"
    )
    parser.add_argument("--json", action="store_true", help="as JSON")


def do(asked: argparse.Namespace) -> int:
    """Rule on a name where one is given; then list the names that wait for a person, and those ruled on."""
    if not _ruled(asked):
        print(f"The register has no provider called {asked.same[1]}. Write it as the register does.", file=sys.stderr)
        return 1
    held = {name: frame.collect() for name, frame in tables(engine()).items() if name in NAMING}
    names = as_written(held["costs"], held["services"])
    waiting = proposals(names, held["providers"], in_force(engine()).same_as)
    if asked.json:
        print(as_json(waiting, ruled_names(engine())))
    else:
        print_names(console(), waiting, ruled_names(engine()))
    return 0


def _ruled(asked: argparse.Namespace) -> bool:
    """Whether what was asked could be ruled: only a provider of the register can be meant."""
    if asked.same:
        name, provider = asked.same
        if provider not in tables(engine())["providers"].collect()["provider"]:
            return False
        rule_name(engine(), name, provider, who=asked.who)
    if asked.nobody:
        rule_name(engine(), asked.nobody, None, who=asked.who)
    if asked.forget:
        forget_name(engine(), asked.forget, who=asked.who)
    return True


if __name__ == "__main__":
    sys.exit(main())
