"""A switch or an address can lower what is seen, never raise it."""

import pytest

from dashboard.auth.current_user import DEMONSTRATION, Scope, asked, operating, scope
from metrics import Release

OWN = Scope("Commissioner", ("Brent",), Release.WORKING)
BOARD = Scope("Board member", (), Release.BOARD)


@pytest.mark.parametrize("given", [None, "", "working", "zzz", 3, ["Event"]])
def test_what_is_no_release_asks_for_nothing(given: object):
    assert asked(given) is Release.WORKING


@pytest.mark.parametrize(
    ("scope", "release", "seen"),
    [
        (OWN, Release.WORKING, Release.WORKING),
        (OWN, Release.EVENT, Release.EVENT),
        (BOARD, Release.WORKING, Release.BOARD),
        (BOARD, Release.EVENT, Release.EVENT),
    ],
)
def test_a_scope_is_lowered_never_raised(scope: Scope, release: Release, seen: Release):
    assert scope.lowered_to(release).release is seen


def test_records_open_for_own_boroughs_in_the_working_release_alone():
    assert OWN.may_open("Brent")
    assert not OWN.may_open("Ealing")
    assert not OWN.may_open(None)
    assert not OWN.lowered_to(Release.BOARD).may_open("Brent")
    assert Scope("Demonstration", None, Release.WORKING).may_open(None)


def test_an_operator_s_scope_stands_for_a_while_and_no_longer():
    with operating(OWN):
        assert scope() == OWN
    assert scope() == DEMONSTRATION
