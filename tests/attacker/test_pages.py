"""Nothing hidden can be worked out from all that the pages show together; and what they show is near the truth."""

import logging
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import pytest

from metrics import Release
from metrics.populations import Tables
from tests.attacker.amounts import told_by_amounts
from tests.attacker.attack import broken as worked_out
from tests.attacker.candidates import keyless
from tests.attacker.other import given_away, left_few
from tests.attacker.pages import Asked, asked, counts
from tests.attacker.shown import Cell
from tests.attacker.test_attacker import keyed
from tests.conftest import AT_LENGTH
from tests.metrics.made_up import made_up

LOG: Final = logging.getLogger(__name__)
Open = Callable[[Tables], None]
WAYS: Final = ({}, {"borough": "Ealing"}, {"borough": "Ealing", "type": "IFA foster"}, {"sex": "Female"})
NARROWED: Final = 0.05
"""The share of the board's hidden counts of which one value of 1 to 5 may be ruled out where a borough has so few
children that nearly all of what is shown of it overlaps."""
TRIED: Final = 6
"""Hidden counts that are attacked; `make prove` attacks all that there are."""

at_length = pytest.mark.skipif(not AT_LENGTH, reason="opens every page once more, some for minutes: make prove")


def test_nothing_hidden_on_any_page_can_be_worked_out_from_all_of_them(open_on: Open):
    tables = keyed(made_up(3, children=120), 3)
    open_on(tables)
    cells = told(tables, Release.EVENT, asked(Release.EVENT, WAYS if AT_LENGTH else WAYS[1:2]))
    assert given_away(cells, hidden(cells)) == []


@at_length
def test_of_boroughs_with_few_children_the_board_release_may_narrow_a_count_but_leaves_five_values(open_on: Open):
    tables = keyed(made_up(3, children=120), 3)
    open_on(tables)
    cells = told(tables, Release.BOARD, asked(Release.BOARD, WAYS[1:2]))
    tried = hidden(cells)
    narrowed = given_away(cells, tried)
    LOG.info("board, some 15 children a borough: %d counts attacked, %d narrowed", len(tried), len(narrowed))
    assert len(narrowed) <= NARROWED * len(tried)
    assert left_few(cells, narrowed) == []


@at_length
def test_without_keys_the_pages_give_hidden_counts_away(open_on: Open):
    tables = keyless(made_up(3, children=120))
    open_on(tables)
    cells = [exactly(cell) for cell in told(tables, Release.BOARD, asked(Release.BOARD, WAYS[1:2]))]
    assert given_away(cells, hidden(cells)) != []


@at_length
@pytest.mark.parametrize("release", [Release.BOARD, Release.EVENT])
def test_nothing_hidden_on_any_page_of_the_sample(open_on: Open, sample_tables: Tables, release: Release):
    open_on(sample_tables)
    questions = asked(release, ({}, {"borough": "Brent"}))
    amounts = told_by_amounts(sample_tables, release, questions)
    LOG.info("%s: %d amounts attacked, %d broken", release, len(amounts), len(worked_out(amounts)))
    cells = told(sample_tables, release, questions)
    tried = hidden(cells)
    broken = given_away(cells, tried)
    LOG.info("%s: %d counts, %d attacked, %d broken", release, len(cells), len(tried), len(broken))
    assert (broken, worked_out(amounts)) == ([], [])


def told(tables: Tables, release: Release, questions: Sequence[Asked]) -> list[Cell]:
    """Gather what the pages show, each count once; all of it is true."""
    cells = list(dict.fromkeys(counts(tables, release, questions)))
    assert [cell for cell in cells if not cell.least <= len(cell.children) <= cell.most] == []
    return cells


def hidden(cells: Sequence[Cell]) -> list[Cell]:
    """What is hidden for its own sake: some of it, or all."""
    small = [cell for cell in cells if cell.is_hidden and cell.is_small]
    assert small, "There is something to attack."
    return small if AT_LENGTH else random.Random(4).sample(small, min(TRIED, len(small)))


def exactly(cell: Cell) -> Cell:
    """What an attacker knows who knows that nothing is moved."""
    many = len(cell.children)
    return cell if cell.is_hidden else replace(cell, least=many, most=many)
