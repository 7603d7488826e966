"""Other children who come to what is asked of all counts: let one come or go at a time, whichever is best."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.sparse import csr_array

STEPS: Final = 500
"""How many children come or go before the walk is given up; of all the sample's counts none took more than 60."""
REST: Final = 4
"""For how many steps nobody of a kind goes who has just come, or comes back who has just gone."""


@dataclass
class Walk:
    """The children who have come or gone by now, by kind; how much each count has changed and weighs.

    Each step is the one after which the counts that are wrong weigh least. Where none is for the better, what is
    wrong weighs more from then on, so that the walk leaves no place twice the same way (Morris, The breakout method
    for escaping from local minima, 1993).
    """

    kinds: csr_array
    there: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def __post_init__(self) -> None:
        many, counts = self.kinds.shape
        self.change, self.told, self.weight = np.zeros(many), np.zeros(counts), np.ones(counts)
        self.rests_until = np.zeros((2, many), dtype=int)
        self.chance = np.random.default_rng(1)

    def end(self) -> np.ndarray | None:
        """By how many children each kind has changed once no count is wrong; None where that was not reached."""
        for step in range(STEPS):
            if not self._is_wrong().any():
                return self.change
            self._go(step)
        return None

    def _is_wrong(self) -> np.ndarray:
        return (self.told < self.low) | (self.told > self.high)

    def _go(self, step: int) -> None:
        costs = self._costs()
        costs[self.rests_until > step] = np.inf
        if costs.min() >= 0:
            self.weight[self._is_wrong()] += 1
        ways, kinds = np.nonzero(costs == costs.min())
        picked = self.chance.integers(len(kinds))
        self._move(kinds[picked], is_gone=bool(ways[picked]))
        self.rests_until[1 - ways[picked], kinds[picked]] = step + REST

    def _costs(self) -> np.ndarray:
        """How much more would be wrong if one of each kind came, or one of each kind went."""
        more = np.where(self.told >= self.high, 1, np.where(self.told < self.low, -1, 0))
        fewer = np.where(self.told <= self.low, 1, np.where(self.told > self.high, -1, 0))
        costs = (self.kinds @ (self.weight[:, None] * np.stack([more, fewer], axis=1))).T
        costs[1, self.there + self.change <= 0] = np.inf
        return costs

    def _move(self, kind: int, *, is_gone: bool) -> None:
        by = -1 if is_gone else 1
        self.change[kind] += by
        self.told[self.kinds[[kind]].indices] += by
