"""Whether a hidden count could be another: other children, whole ones, of whom all that is shown is just as true.

Among some thousand counts an integer program takes minutes to prove the least and the most of one. To know that a
value cannot be ruled out one other set of children is enough, and is itself the proof. The search starts from the
children that there are and asks for the fewest to come or go: of kinds like those behind the hidden count first,
of every kind last. A count that is shown is asked for once an answer went against it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack

from metrics.guidance import SMALL
from tests.attacker.attack import System
from tests.attacker.shown import Cell

KINDS_TRIED: Final = (300, 3000)
"""How many kinds of children may come or go in a first and a second search; in the last all may."""
PATIENCE: Final = {"time_limit": 300.0, "mip_rel_gap": 1.0}
"""Any answer will do. A search that does not end is a count that is not shown to hold."""
FAR: Final = float("inf")


@dataclass(frozen=True)
class Others:
    """How far each count may fall and rise from the truth, and how many children of each kind there are to go."""

    counts: csr_array
    least: np.ndarray
    most: np.ndarray
    there: np.ndarray

    @classmethod
    def than_in(cls, system: System) -> "Others":
        """Start from the children that there are."""
        truth = system.counts @ system.there
        return cls(system.counts, system.least - truth, system.most - truth, system.there)

    def may_be(self, place: int, least: float, most: float) -> bool:
        """Whether the count at a place may differ from the truth by no less and no more than this."""
        return any(self._is_found(place, least, most, kinds) for kinds in self._near(place))

    def _near(self, place: int) -> Iterator[np.ndarray]:
        """Kinds, by how many counts they have that one behind this count has not, or the other way round."""
        kinds = self.counts.T.tocsr()
        own, sizes = self.counts[[place]].indices, kinds.sum(axis=1)
        apart = sizes[:, None] + sizes[own] - 2 * (kinds @ kinds[own].T).toarray()
        nearest = np.argsort(apart.min(axis=1), kind="stable")
        yield from (nearest[:many] for many in KINDS_TRIED if many < len(nearest))
        yield nearest

    def _is_found(self, place: int, least: float, most: float, kinds: np.ndarray) -> bool:
        counts, asked = self.counts[:, kinds], [place]
        low, high = self.least.copy(), self.most.copy()
        low[place], high[place] = max(least, low[place]), min(most, high[place])
        while (change := _fewest(counts[asked], low[asked], high[asked], self.there[kinds])) is not None:
            told = counts @ change
            wrong = np.flatnonzero((told < low) | (told > high))
            if not len(wrong):
                return True
            asked += wrong.tolist()
        return False


def _fewest(counts: csr_array, low: np.ndarray, high: np.ndarray, there: np.ndarray) -> np.ndarray | None:
    """The fewest children to come or go, by kind, so that counts change by so much; None where there is no way."""
    within = LinearConstraint(hstack([counts, -counts]), low, high)
    limits = Bounds(0, np.concatenate([np.full(len(there), FAR), there]))
    each = np.ones(2 * len(there))
    found = milp(each, constraints=within, bounds=limits, integrality=each, options=PATIENCE)
    if found.x is None:
        return None
    come, go = np.split(np.round(found.x), 2)
    return come - go


def given_away(cells: Sequence[Cell], some: Sequence[Cell]) -> list[Cell]:
    """Which of some hidden counts are broken, by the rule of `attack.broken`."""
    others = Others.than_in(System.of(cells))
    places = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    return [cell for cell in some if cell.is_small and not _holds(others, places[cell], len(cell.children))]


def _holds(others: Others, place: int, truth: int) -> bool:
    if truth <= SMALL:
        return others.may_be(place, -FAR, 1 - truth) and others.may_be(place, SMALL - truth, FAR)
    fewer = next(step for step in reversed(range(SMALL)) if others.may_be(place, -FAR, -step))
    return others.may_be(place, SMALL - 1 - fewer, FAR)
