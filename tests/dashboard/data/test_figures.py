"""What was asked of one data version is worked out of the next before its readers are moved on to it."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Final
from unittest.mock import Mock

import pytest

from dashboard.data import figures, nearest_query
from metrics import When, measure
from store import snapshot
from tests.conftest import Tables
from tests.dashboard.conftest import forget

pytestmark = pytest.mark.usefixtures("own_database")

ROOM: Final = sys.modules[figures.figures.__module__]
"""The module, which bears the name of the function that stands before it."""
YEAR: Final = When.year_to(date(2025, 3, 31))


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch, made_up_tables: Tables) -> Iterator[Mock]:
    """What works figures out, on the same tables whatever the data version."""
    forget()
    spy = Mock(side_effect=measure)
    monkeypatch.setattr(snapshot, "tables", lambda _: dict(made_up_tables))
    monkeypatch.setattr(nearest_query, "measure", spy)
    yield spy
    forget()  # its database too, which is gone after the test


def shown(monkeypatch: pytest.MonkeyPatch, version: str) -> None:
    """Show a data version, and ask of it for two figures."""
    monkeypatch.setattr(ROOM, "version", lambda: version)
    figures.figures("children_looked_after", ("borough",), when=YEAR)
    figures.figures("outside_borough", when=YEAR)


def slugs(measured: Mock) -> list[str]:
    """Name what was worked out, in order."""
    return [call.args[0].slug for call in measured.call_args_list]


def test_the_latest_question_is_worked_out_first_and_its_readers_find_it(
    monkeypatch: pytest.MonkeyPatch, measured: Mock
):
    shown(monkeypatch, "older")
    ROOM.again("older", "newer")
    assert slugs(measured) == ["children_looked_after", "outside_borough", "outside_borough", "children_looked_after"]
    shown(monkeypatch, "newer")
    assert measured.call_count == 4


def test_what_was_asked_of_another_version_is_left(monkeypatch: pytest.MonkeyPatch, measured: Mock):
    shown(monkeypatch, "oldest")
    ROOM.again("older", "newer")
    assert measured.call_count == 2


def test_it_ends_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch, measured: Mock):
    shown(monkeypatch, "older")
    monkeypatch.setattr(ROOM, "AHEAD_SECONDS", -1.0)
    ROOM.again("older", "newer")
    assert measured.call_count == 2
