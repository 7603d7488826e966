"""What small counts are to come to: drawn anew, of the same class, whatever they were.

Counts of 0 to 5 are drawn from how common such counts are, as are those of 6 to 9; every other one is drawn from both
together, so that no value can be ruled out. Larger counts stay, but for what makes each trait's total come out.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from metrics.disclosure.secret import drawn

FEW: Final = 5
SMALL: Final = 9
"""The largest counts that the board and the event release hide."""

CLASSES: Final = ((0, FEW), (FEW + 1, SMALL))
WILD: Final = 1 / 2
"""Chance of a draw from both classes together."""


def goals(counts: np.ndarray, groups: Sequence[str], names: Sequence[str], secret: bytes) -> np.ndarray:
    """Give what each count is to come to: a line a group and a column a trait, as in `counts`; totals stay."""
    cells = [f"{name}|{group}" for group in groups for name in names]
    chance = drawn(secret, cells).reshape(counts.shape)
    is_wild = drawn(secret, (f"wild|{cell}" for cell in cells)).reshape(counts.shape) < WILD
    goal = counts.copy()
    for low, high in (*CLASSES, (0, SMALL)):
        within = (counts >= low) & (counts <= high) & (is_wild == (high - low == SMALL))
        limits = np.cumsum(_chances(counts, low, high))
        goal[within] = low + np.searchsorted(limits[:-1], chance[within], side="right")
    for trait in range(counts.shape[1]):
        _settle(goal[:, trait], counts[:, trait], chance[:, trait])
    return goal


def _chances(counts: np.ndarray, low: int, high: int) -> np.ndarray:
    """How common each small count is, each a little commoner than it is so that none is never drawn."""
    many = np.array([(counts == value).sum() for value in range(low, high + 1)], float)
    even = many.sum() / (high - low + 1) + 1
    mixed = many + even
    return mixed / mixed.sum()


def _settle(goal: np.ndarray, counts: np.ndarray, chance: np.ndarray) -> None:
    """Make a trait's counts come to its total: the largest give or take; where all are small, one after another."""
    large = np.flatnonzero(counts > SMALL)
    order = large[np.argsort(-counts[large], kind="stable")] if len(large) else np.argsort(chance, kind="stable")
    left, place = round(float(counts.sum() - goal.sum())), 0
    while left:
        cell, step = order[place % len(order)], int(np.sign(left))
        if len(large) or 0 <= goal[cell] + step <= SMALL:
            goal[cell] += step
            left -= step
        place += 1
