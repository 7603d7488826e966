"""Newer data are put together beside what is shown, and shown once they are there."""

from threading import Event

import pytest

from dashboard.data.data_version import Shown
from store.errors import StoreError

SOON = 5
"""Seconds within which a thread that may go on is done."""


class Maker:
    """Makes a version when it is told to."""

    def __init__(self) -> None:
        self.may, self.is_made = Event(), Event()
        self.made: list[str] = []

    def __call__(self, version: str) -> None:
        self.may.wait(SOON)
        self.made.append(version)
        self.is_made.set()


def shown_after(shown: Shown, maker: Maker, newest: str) -> str:
    """Let the maker go on, and ask until what it made is shown."""
    maker.may.set()
    assert maker.is_made.wait(SOON)
    while shown.version(newest) != newest:
        pass
    return shown.version(newest)


def test_readers_go_on_with_what_they_have_until_the_newest_is_made_once():
    maker = Maker()
    shown = Shown(maker)
    assert shown.version("one") == "one"
    assert [shown.version("two") for _ in range(3)] == ["one"] * 3
    assert shown_after(shown, maker, "two") == "two"
    assert maker.made == ["two"]


def test_readers_are_moved_on_when_what_is_done_ahead_is_done():
    maker, ahead = Maker(), Maker()
    shown = Shown(maker, lambda before, newest: ahead(f"{before} to {newest}"))
    shown.version("one")
    shown.version("two")
    maker.may.set()
    assert maker.is_made.wait(SOON)
    assert shown.version("two") == "one"
    assert shown_after(shown, ahead, "two") == "two"
    assert ahead.made == ["one to two"]


def test_who_changed_something_waits_for_it():
    shown = Shown(str, lambda before, newest: pytest.fail("who changed something does not wait for this"))
    shown.version("one")
    shown.move("two")
    assert shown.version("two") == "two"


def test_beside_what_somebody_changed_more_is_begun():
    shown, begun = Shown(str), list[str]()
    shown.beside = begun.append
    shown.move("two")
    assert begun == ["two"]


def test_what_cannot_be_made_is_shown_all_the_same_so_that_its_reader_is_told_why():
    shown = Shown(failing)
    shown.version("one")
    shown.move("two")
    assert shown.version("two") == "two"


def failing(_: str) -> None:
    """Make nothing."""
    raise StoreError("The disk is full.")


def test_other_failures_are_logged_without_what_they_say(faults: list[str]):
    shown = Shown(int)
    shown.move("two")
    assert shown.version("two") == "two"
    (told,) = faults
    assert "builtins.ValueError" in told
    assert "invalid literal" not in told
    faults.clear()
