"""The fewest children who must come or go, other ones, for what is asked of all counts: an integer program.

It is asked of kinds like those behind the count first, and of every kind last. A count is asked for once an answer
went against it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack

KINDS_TRIED: Final = (300, 3000)
"""How many kinds of children may come or go in a first and a second search; in the last all may."""
PATIENCE: Final = {"time_limit": 300.0, "mip_rel_gap": 1.0}
"""Any answer will do. A search that does not end has found nothing."""
FAR: Final = float("inf")


@dataclass(frozen=True)
class Fewest:
    """The counts by kind and the kinds by count; how many children of each kind there are to go."""

    counts: csr_array
    kinds: csr_array
    there: np.ndarray

    def change(self, place: int, low: np.ndarray, high: np.ndarray) -> np.ndarray | None:
        """By how many children each kind changes so that each count does by so much; None where no way was found."""
        for near in self._near(place):
            if (found := self._of(near, place, low, high)) is not None:
                change = np.zeros(len(self.there))
                change[near] = found
                return change
        return None

    def _near(self, place: int) -> Iterator[np.ndarray]:
        """Kinds, by how many counts they have that one behind this count has not, or the other way round."""
        own, sizes = self.counts[[place]].indices, self.kinds.sum(axis=1)
        apart = sizes[:, None] + sizes[own] - 2 * (self.kinds @ self.kinds[own].T).toarray()
        nearest = np.argsort(apart.min(axis=1), kind="stable")
        yield from (nearest[:many] for many in KINDS_TRIED if many < len(nearest))
        yield nearest

    def _of(self, near: np.ndarray, place: int, low: np.ndarray, high: np.ndarray) -> np.ndarray | None:
        counts, asked = self.counts[:, near], [place]
        while (change := _fewest(counts[asked], low[asked], high[asked], self.there[near])) is not None:
            told = counts @ change
            wrong = np.flatnonzero((told < low) | (told > high))
            if not len(wrong):
                return change
            asked += wrong.tolist()
        return None


def _fewest(counts: csr_array, low: np.ndarray, high: np.ndarray, there: np.ndarray) -> np.ndarray | None:
    within = LinearConstraint(hstack([counts, -counts]), low, high)
    limits = Bounds(0, np.concatenate([np.full(len(there), FAR), there]))
    each = np.ones(2 * len(there))
    found = milp(each, constraints=within, bounds=limits, integrality=each, options=PATIENCE)
    if found.x is None:
        return None
    come, go = np.split(np.round(found.x), 2)
    return come - go
