"""Pages take turns."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from threading import Event

import pytest

from dashboard.server.page_queue import Turns

LONG = 30.0
"""Seconds; a test that waits them out fails."""
SOON = 0.01


def held(pool: ThreadPoolExecutor, turns: Turns) -> tuple[Event, Future[None]]:
    """Somebody who has the turn until told to end."""
    has_it, end = Event(), Event()

    def hold() -> None:
        with turns.taken():
            has_it.set()
            end.wait(LONG)

    held = pool.submit(hold)
    assert has_it.wait(LONG)
    return end, held


def done(pool: ThreadPoolExecutor, within: Callable[[], AbstractContextManager[None]]) -> Future[None]:
    """Somebody who wants the turn for a moment."""

    def want() -> None:
        with within():
            pass

    return pool.submit(want)


@pytest.fixture
def pool():
    with ThreadPoolExecutor() as made:
        yield made


def test_the_next_waits_until_the_turn_is_given_back(pool: ThreadPoolExecutor):
    turns = Turns(LONG)
    end, _ = held(pool, turns)
    following = done(pool, turns.taken)
    with pytest.raises(TimeoutError):
        following.result(SOON)
    end.set()
    following.result(LONG)


def test_all_who_wait_have_their_turn(pool: ThreadPoolExecutor):
    turns = Turns(LONG)
    end, _ = held(pool, turns)
    following = [done(pool, turns.taken) for _ in range(3)]
    end.set()
    for each in following:
        each.result(LONG)


def test_a_turn_that_lasts_too_long_goes_on_beside_the_next_and_takes_nothing_from_it(pool: ThreadPoolExecutor):
    turns = Turns(SOON)
    end, first = held(pool, turns)
    end_next, _ = held(pool, turns)
    assert not first.done()
    end.set()
    first.result(LONG)
    following = done(pool, turns.taken)
    end_next.set()
    following.result(LONG)


def test_a_page_that_fails_gives_the_turn_back():
    turns = Turns(LONG)
    with pytest.raises(ValueError, match="no page"), turns.taken():
        raise ValueError("no page")
    with turns.taken():
        pass
