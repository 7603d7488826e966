"""The run of screens: the presenter is always on one of them, wherever keys and addresses lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.pages.event.sequence import Run, place_of

LENGTHS = st.integers(1, 60)


@given(LENGTHS, st.lists(st.integers(-5, 5)))
def test_whatever_is_pressed_some_screen_is_open(length: int, turns: list[int]):
    run = Run(length)
    for by in turns:
        run = run.turned(by)
        assert 0 <= run.at < length


@given(LENGTHS, st.integers(0, 59))
def test_forward_and_back_is_where_one_was(length: int, at: int):
    run = Run(length).to(at)
    if not run.is_last:
        assert run.turned(1).turned(-1) == run


@given(LENGTHS)
def test_forward_from_the_first_comes_by_every_screen_to_the_last(length: int):
    run, seen = Run(length), [0]
    while not run.is_last:
        run = run.turned(1)
        seen.append(run.at)
    assert seen == list(range(length))


@given(st.text(), LENGTHS)
def test_whatever_an_address_holds_some_screen_is_open(given_place: str, length: int):
    assert 0 <= place_of(given_place, length) < length


@pytest.mark.parametrize(("told", "at"), [("1", 0), ("3", 2), ("99", 9), ("0", 0), ("-1", 0), ("two", 0), (None, 0)])
def test_an_address_tells_the_screen_from_one(told: str | None, at: int):
    assert place_of(told, 10) == at


def test_it_says_where_it_is():
    assert Run(24).to(2).words == "3 of 24"
