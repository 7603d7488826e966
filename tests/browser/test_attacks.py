"""Attacks on a server in which people sign in, each for a moment: all are refused, and few lines tell of it.

`python -m tests.deploy.siege` does so at length, with people beside them (`make prove`).
"""

import urllib.request
from typing import Final

import pytest

from tests.browser.signing import Office, office
from tests.dashboard.server import run
from tests.deploy.attacks import ALL, ATTACKS, attack
from tests.deploy.siege import PRESENTER, cookie

__all__ = ["office"]

SECONDS: Final = 2.0
REFUSED: Final = {"origins": {"403"}, "uploads": {"403", "ConnectionResetError", "BrokenPipeError"}}
"""What alone may come of an attack that asks for what it may not have."""
MOST_LINES: Final = 12
"""On record, for some hundred refusals: one for each person, reason and thing."""


@pytest.mark.parametrize("name", [*ATTACKS, ALL])
def test_it_is_refused_and_the_server_serves(office: Office, name: str) -> None:
    before = len(office.events("refused"))
    came = run(attack(name, office.url, SECONDS, cookie(PRESENTER, len(name), office.url)))
    assert came.outcomes.total() > 0
    assert came.outcomes["let in"] == 0
    assert set(came.outcomes) <= REFUSED.get(name, set(came.outcomes))
    assert len(office.events("refused")) - before <= MOST_LINES
    with urllib.request.urlopen(f"{office.url}/_stcore/health", timeout=20) as answer:
        assert answer.read() == b"ok"
