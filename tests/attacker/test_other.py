"""Looking for other children comes to the same as working out the least and the most, and takes less time."""

import random
from datetime import date
from typing import Final

import numpy as np
import pytest

from tests.attacker.attack import System, attack, broken
from tests.attacker.candidates import CANDIDATES, Candidate
from tests.attacker.other import Others, given_away
from tests.attacker.shown import Cell, cuts, shown
from tests.attacker.test_attacker import keyed
from tests.attacker.walk import Walk
from tests.metrics.made_up import made_up

WAYS: Final = cuts(["borough", "placement_group", "sex", "provider_sector"], 2)


def small(cells: list[Cell], many: int) -> list[Cell]:
    """Some of the counts that are hidden for their own sake."""
    hidden = list(dict.fromkeys(cell for cell in cells if cell.is_hidden and cell.is_small))
    return random.Random(3).sample(hidden, min(many, len(hidden)))


@pytest.mark.parametrize("candidate", CANDIDATES[:2], ids=lambda each: each.name)
def test_what_is_given_away_is_what_can_be_worked_out(candidate: Candidate):
    tables = candidate.tables(keyed(made_up(2, children=80), 2))
    cells = shown(tables, date(2024, 3, 31), candidate.release, WAYS, moved=candidate.moves)
    hidden = small(cells, 8)
    assert hidden, "There is something to attack."
    assert given_away(cells, hidden) == [each.cell for each in broken(attack(cells, hidden))]


def cell(children: str, least: float, most: float = float("inf")) -> Cell:
    """A count of the children that letters stand for; hidden where nothing bounds it."""
    hidden = least == 0 and most == float("inf")
    return Cell(frozenset(children), least, most, is_hidden=hidden, is_small=hidden)


def test_a_part_beside_an_exact_total_is_given_away_and_beside_a_moved_one_it_is_not():
    hidden, other = cell("ab", 0), cell("cdefgh", 6, 6)
    assert given_away([hidden, other, cell("abcdefgh", 8, 8)], [hidden]) == [hidden]
    assert given_away([hidden, other, cell("abcdefgh", 6, 13)], [hidden]) == []


def test_of_a_larger_hidden_count_five_values_must_be_left():
    hidden, other = cell("abcdefg", 0), cell("hijklmnopq", 10, 10)
    assert given_away([hidden, other, cell("abcdefghijklmnopq", 15, 18)], [hidden]) == [hidden]
    assert given_away([hidden, other, cell("abcdefghijklmnopq", 14, 18)], [hidden]) == []


def test_a_walk_among_moved_counts_comes_to_other_children_of_whom_all_is_true():
    tables = keyed(made_up(2, children=80), 2)
    cells = shown(tables, date(2024, 3, 31), CANDIDATES[1].release, WAYS)
    system = System.of(cells)
    truth = system.counts @ system.there
    place = list(dict.fromkeys(cells)).index(small(cells, 1)[0])
    high = np.where(np.arange(len(truth)) == place, 1, system.most)
    change = Walk(system.counts.T.tocsr(), system.there, system.least - truth, high - truth).end()
    assert change is not None
    told = system.counts @ (system.there + change)
    assert told[place] <= 1
    assert ((system.least <= told) & (told <= high)).all()
    assert (system.there + change >= 0).all()


@pytest.mark.parametrize(
    ("change", "is_believed"),
    [((-1, 0), True), ((0, 0), False), ((-1.5, 0), False), ((-3, 0), False), ((-1, -2), False)],
    ids=["true", "not what was asked", "half a child", "fewer than none", "against what is shown"],
)
def test_what_a_search_says_it_found_is_put_to_every_count(
    monkeypatch: pytest.MonkeyPatch, change: tuple[float, float], is_believed: bool
):
    hidden, total = cell("ab", 0), cell("abcdefgh", 6, 13)
    monkeypatch.setattr(Walk, "end", lambda _: np.array(change))
    assert Others.than_in(System.of([hidden, total])).may_be(0, -100, 1) == is_believed
