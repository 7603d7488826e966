"""Children swapped in pairs between groups, so that small counts come to their goals and large ones stay.

Targeted record swapping, as in the Censuses of 2011 and 2021 (Young, Martin and Skinner, 2009): first whoever is in a
small cell changes places with somebody like them elsewhere; then pairs are swapped for as long as it brings counts
nearer to their goals. What is weighed is whole numbers, which no machine adds up otherwise than another.
"""

from dataclasses import dataclass
from typing import Final, cast

import numpy as np
from scipy.sparse import csr_array

from metrics.disclosure.small_count_targets import SMALL

OF_SMALL: Final = 180
"""What a small count's distance from its goal weighs, squared; a large one's weighs less, the larger it is."""
OF_LARGE: Final = 240.0
LEAST: Final = 10
IN_SCRAMBLING: Final = 0
"""What a small count weighs while who is in it is exchanged."""
SAMPLE: Final = 320
"""Children of each of two groups who are looked at together."""
LIKE: Final = 3
"""Those most alike, of whom one is drawn."""
ROUNDS: Final = 16
TRIED: Final = 200
"""The best pairs of two samples, of which those are swapped that still bring counts nearer."""


@dataclass
class Swaps:
    """Who is in which group by now, and how many of each group have each trait.

    `has` is 1 where a child, a row, has a trait, a column; `group` is each child's, a number; `within` a number that
    children who may be swapped share; `goal` what the count of each group, a line, and trait is to come to.
    """

    has: csr_array
    group: np.ndarray
    within: np.ndarray
    goal: np.ndarray
    chance: np.random.Generator

    def __post_init__(self) -> None:
        self.group = self.group.copy()
        self.true = counted(self.has, self.group)
        self.counts = self.true.copy()
        self.is_small = self.true <= SMALL
        large = np.maximum(1, np.round(OF_LARGE / np.maximum(self.true, LEAST)))
        self.weight = np.where(self.is_small, OF_SMALL, large)

    def ended(self) -> np.ndarray:
        """Give each child's group once all is swapped."""
        self._scramble()
        for _ in range(ROUNDS):
            if not self._round():
                break
        return self.group

    def _scramble(self) -> None:
        """Let everybody who is in a small cell change places with one of those most like them in another group."""
        goal, weight = self.goal, self.weight
        self.goal, self.weight = self.true, np.where(self.is_small, IN_SCRAMBLING, self.weight)
        few = (self.is_small & (self.true > 0)).astype(float)
        at_risk = [np.flatnonzero((self.group == group) & (self.has @ few[group] > 0)) for group in range(len(few))]
        done = np.zeros(len(self.group), bool)
        for child in self.chance.permutation(np.concatenate(at_risk)):
            if not done[child] and (other := self._like(child, ~done)) is not None:
                self._swap(child, other)
                done[[child, other]] = True
        self.goal, self.weight = goal, weight

    def _like(self, child: int, is_free: np.ndarray) -> int | None:
        here = int(self.group[child])
        there = np.flatnonzero(is_free & (self.group != here) & (self.within == self.within[child]))
        if not len(there):
            return None
        other = int(self.group[self.chance.choice(there)])
        near = self._some(there[self.group[there] == other])
        change = self._changes(np.array([child]), near, here, other)[0]
        best = np.argsort(change, kind="stable")[:LIKE]
        return int(near[self.chance.choice(best)])

    def _some(self, children: np.ndarray) -> np.ndarray:
        return children if len(children) <= SAMPLE else np.sort(self.chance.choice(children, SAMPLE, replace=False))

    def _changes(self, ours: np.ndarray, theirs: np.ndarray, here: int, there: int) -> np.ndarray:
        """How much worse all would be for swapping each of ours with each of theirs."""
        off = self.weight * (self.counts - self.goal)
        pull, both = off[here] - off[there], self.weight[here] + self.weight[there]
        mine, other = self.has[ours], self.has[theirs]
        left, come = mine @ (both - 2 * pull), other @ (both + 2 * pull)
        weighed = csr_array((mine.data * both[mine.indices], mine.indices, mine.indptr), mine.shape)
        return left[:, None] + come - 2 * _product(weighed, other.T)

    def _change(self, one: int, other: int) -> float:
        """How much worse all would be for swapping these two: of the traits that one of them has alone."""
        mine, theirs = self._traits(one), self._traits(other)
        gone, come = np.setdiff1d(mine, theirs, assume_unique=True), np.setdiff1d(theirs, mine, assume_unique=True)
        apart, by = np.concatenate([gone, come]), np.repeat([-1.0, 1.0], [len(gone), len(come)])
        here, there = self.group[one], self.group[other]
        off = [self.weight[of, apart] * (self.counts[of, apart] - self.goal[of, apart]) for of in (here, there)]
        both = self.weight[here, apart] + self.weight[there, apart]
        return float((2 * by * (off[0] - off[1]) + both).sum())

    def _traits(self, child: int) -> np.ndarray:
        return self.has.indices[self.has.indptr[child] : self.has.indptr[child + 1]]

    def _swap(self, one: int, other: int) -> None:
        here, there = self.group[one], self.group[other]
        mine, theirs = self._traits(one), self._traits(other)
        for group, gone, come in ((here, mine, theirs), (there, theirs, mine)):
            self.counts[group, gone] -= 1
            self.counts[group, come] += 1
        self.group[one], self.group[other] = there, here

    def _round(self) -> int:
        """Swap between every two groups what brings counts nearer; give how many pairs were."""
        groups = len(self.true)
        pairs = [(here, there) for here in range(groups) for there in range(here + 1, groups)]
        within, places = np.unique(self.within).tolist(), range(len(pairs))
        order = [(each, *pairs[place]) for each in within for place in self.chance.permutation(places)]
        return sum(self._between(here, there, each) for each, here, there in order)

    def _between(self, here: int, there: int, within: int) -> int:
        free = self.within == within
        ours, theirs = (self._some(np.flatnonzero(free & (self.group == of))) for of in (here, there))
        if not (len(ours) and len(theirs)):
            return 0
        changes = self._changes(ours, theirs, here, there).ravel()
        best = np.argpartition(changes, min(TRIED, changes.size) - 1)[:TRIED]
        swapped, gone = 0, set[int]()
        for place in best[np.argsort(changes[best], kind="stable")]:
            one, other = int(ours[place // len(theirs)]), int(theirs[place % len(theirs)])
            if changes[place] >= 0:
                break
            if not {one, other} & gone and self._change(one, other) < 0:
                self._swap(one, other)
                gone |= {one, other}
                swapped += 1
        return swapped


def counted(has: csr_array, group: np.ndarray) -> np.ndarray:
    """Count who has each trait, a column, in each group, a line."""
    groups, children = int(group.max()) + 1, np.arange(len(group))
    of_group = csr_array((np.ones(len(group)), (group, children)), (groups, len(group)))
    return _product(of_group, has)


def _product(left: csr_array, right: csr_array) -> np.ndarray:
    return cast("csr_array", left @ right).toarray()
