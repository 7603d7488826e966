"""Nothing hidden can be worked out from all that the pages show together; and what they show is near the truth."""

import random
from collections.abc import Mapping, Sequence
from typing import Final
from unittest.mock import Mock

import pytest

from metrics import Release
from metrics.populations import Tables
from store import snapshot
from tests.attacker.attack import attack, broken
from tests.attacker.pages import asked, counts
from tests.attacker.test_attacker import keyed
from tests.conftest import AT_LENGTH
from tests.dashboard.conftest import App, app
from tests.metrics.made_up import made_up

__all__ = ["app"]

WAYS: Final = ({}, {"borough": "Ealing"}, {"borough": "Ealing", "type": "IFA foster"}, {"sex": "Female"})
RELEASES: Final = (Release.BOARD, Release.EVENT) if AT_LENGTH else (Release.EVENT,)
TRIED: Final = 40 if AT_LENGTH else 6
OF_SAMPLE: Final = 6
"""Hidden counts of the sample that are attacked: with 14,000 counts shown, each takes a minute or more."""


@pytest.mark.parametrize("release", RELEASES)
def test_nothing_hidden_on_any_page_can_be_worked_out_from_all_of_them(app: App, release: Release):
    tables = keyed(made_up(3, children=120), 3)
    app(tables)
    worked_out(tables, release, WAYS if AT_LENGTH else WAYS[1:2], TRIED)


@pytest.mark.skipif(not AT_LENGTH, reason="takes half an hour: make prove")
@pytest.mark.parametrize("release", RELEASES)
def test_nothing_hidden_on_any_page_of_the_sample(
    app: App, sample_tables: Tables, monkeypatch: pytest.MonkeyPatch, release: Release
):
    app(sample_tables)
    monkeypatch.setattr(snapshot, "tables", Mock(return_value=sample_tables))  # with their own return years
    worked_out(sample_tables, release, ({}, {"borough": "Brent"}), OF_SAMPLE)


def worked_out(tables: Tables, release: Release, ways: Sequence[Mapping[str, str]], some: int) -> None:
    """Gather what the pages show and attack what they hide."""
    cells = list(dict.fromkeys(counts(tables, release, asked(release, ways))))
    assert [cell for cell in cells if not cell.least <= len(cell.children) <= cell.most] == []
    hidden = [cell for cell in cells if cell.is_hidden and cell.is_small]
    worked = attack(cells, random.Random(4).sample(hidden, min(some, len(hidden))))
    assert worked, "There is something to attack."
    assert broken(worked) == []
