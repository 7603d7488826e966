"""The attack: how little and how much each hidden count can be, given every count that is shown."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array

from metrics.guidance import SMALL
from tests.attacker.shown import Cell

TINY = 1e-6


@dataclass(frozen=True)
class Worked:
    """What the attacker learns of a hidden count: it is no less and no more than this."""

    cell: Cell
    least: int
    most: int

    @property
    def left(self) -> int:
        """How many values it may still have."""
        return self.most - self.least + 1


@dataclass(frozen=True)
class System:
    """Who is in which count, told as kinds of children: all who are in the very same counts are of one kind.

    The attacker is given more than anybody has: which kinds there are at all. How many of each are `there` is the
    truth, for the judge alone.
    """

    counts: csr_array
    least: np.ndarray
    most: np.ndarray
    there: np.ndarray

    @classmethod
    def of(cls, cells: Sequence[Cell]) -> "System":
        """Put the counts together."""
        known = list(dict.fromkeys(cells))
        within: dict[str, list[int]] = {}
        for place, cell in enumerate(known):
            for child in cell.children:
                within.setdefault(child, []).append(place)
        there = Counter(tuple(places) for places in within.values())
        kinds = sorted(there)
        columns = [kind for kind, places in enumerate(kinds) for _ in places]
        rows = [place for places in kinds for place in places]
        counts = csr_array((np.ones(len(rows)), (rows, columns)), shape=(len(known), len(kinds)))
        least, most = (np.array([getattr(cell, end) for cell in known]) for end in ("least", "most"))
        return cls(counts, least, most, np.array([there[kind] for kind in kinds]))

    def bounds(self, of: np.ndarray) -> tuple[int, int]:
        """The least and the most that some kinds of children can be together."""
        told = np.isfinite(self.most) | (self.least > 0)
        within = LinearConstraint(self.counts[told], self.least[told], self.most[told])
        low = milp(of, constraints=within)
        high = milp(-of, constraints=within)
        assert low.success, "What is shown agrees with the truth, so there is an answer."
        return ceil(low.fun - TINY), floor(-high.fun + TINY) if high.success else 10**6


def attack(cells: Sequence[Cell], some: Sequence[Cell]) -> list[Worked]:
    """Work out each of some hidden counts from all that is shown."""
    system = System.of(cells)
    known = {cell: place for place, cell in enumerate(dict.fromkeys(cells))}
    rows = system.counts.toarray() if len(known) < 2000 else None
    worked: list[Worked] = []
    for cell in some:
        of = rows[known[cell]] if rows is not None else system.counts[[known[cell]]].toarray()[0]
        worked.append(Worked(cell, *system.bounds(of)))
    return worked


def broken(worked: Sequence[Worked]) -> list[Worked]:
    """Hidden counts of 1 to 5 of which one of these can be ruled out; larger ones that are left fewer than five."""
    return [each for each in worked if each.cell.is_small and not _holds(each)]


def _holds(each: Worked) -> bool:
    if len(each.cell.children) > SMALL:
        return each.left >= SMALL
    return each.least <= 1 and each.most >= SMALL
