"""Whether a hidden count could be another: other children, whole ones, of whom all that is shown is just as true.

Among some thousand counts an integer program takes minutes to prove the least and the most of one. To know that a
value cannot be ruled out one other set of children is enough, and is itself the proof, however it was come by. The
search starts from the children that there are: it lets one after another come or go, and where that leads nowhere,
as among counts that are exact, it asks an integer program. What is found is put to every count.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from metrics.guidance import SMALL
from tests.attacker.attack import System
from tests.attacker.fewest import Fewest
from tests.attacker.shown import Cell
from tests.attacker.walk import Walk

FAR: Final = float("inf")


@dataclass(frozen=True)
class Others:
    """The counts, and how many children of each kind there are; of each kind, too, the counts that it is in."""

    system: System
    kinds: csr_array

    @classmethod
    def than_in(cls, system: System) -> "Others":
        """Start from the children that there are."""
        return cls(system, system.counts.T.tocsr())

    def may_be(self, place: int, least: float, most: float) -> bool:
        """Whether the count at a place may be no less and no more than this; where it is not found, it may not."""
        low, high = self.system.least.copy(), self.system.most.copy()
        low[place], high[place] = max(least, low[place]), min(most, high[place])
        change = self._change(place, low, high)
        return change is not None and self._is_proof(self.system.there + change, low, high)

    def _change(self, place: int, low: np.ndarray, high: np.ndarray) -> np.ndarray | None:
        counts, there = self.system.counts, self.system.there
        rise, fall = high - counts @ there, low - counts @ there
        walked = Walk(self.kinds, there, fall, rise).end()
        return Fewest(counts, self.kinds, there).change(place, fall, rise) if walked is None else walked

    def _is_proof(self, children: np.ndarray, low: np.ndarray, high: np.ndarray) -> bool:
        """Whether these are whole children, none fewer than none, and every count of them is as asked."""
        told = self.system.counts @ children
        is_whole = bool((children == np.round(children)).all() and (children >= 0).all())
        return is_whole and bool((told >= low).all() and (told <= high).all())


def given_away(cells: Sequence[Cell], some: Sequence[Cell]) -> list[Cell]:
    """Which of some hidden counts are broken, by the rule of `attack.broken`."""
    return _not_so(_holds, cells, [cell for cell in some if cell.is_small])


def left_few(cells: Sequence[Cell], some: Sequence[Cell]) -> list[Cell]:
    """Which of some hidden counts are left fewer than five values, whichever these are."""
    return _not_so(_is_left_five, cells, some)


def _not_so(is_so: Callable[[Others, int, int], bool], cells: Sequence[Cell], some: Sequence[Cell]) -> list[Cell]:
    others = Others.than_in(System.of(cells))
    places = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    return [cell for cell in some if not is_so(others, places[cell], len(cell.children))]


def _holds(others: Others, place: int, truth: int) -> bool:
    if truth <= SMALL:
        return others.may_be(place, -FAR, 1) and others.may_be(place, SMALL, FAR)
    return _is_left_five(others, place, truth)


def _is_left_five(others: Others, place: int, truth: int) -> bool:
    lower = (max(0, truth - step) for step in reversed(range(SMALL)))
    fewest = next(least for least in lower if others.may_be(place, -FAR, least))
    return others.may_be(place, fewest + SMALL - 1, FAR)
