"""What small counts are to come to: redrawn, whatever they were.

Each count of 0 to 9 is drawn from how common such counts are, so that no value can be ruled out. Larger counts stay,
but for what makes each trait's total come out.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from metrics.disclosure.draw_secret import drawn

SMALL: Final = 9
"""The largest count that any release hides."""


def goals(counts: np.ndarray, groups: Sequence[str], names: Sequence[str], secret: bytes) -> np.ndarray:
    """Give what each count is to come to: a line a group and a column a trait, as in `counts`; totals stay."""
    chance = drawn(secret, (f"{name}|{group}" for group in groups for name in names)).reshape(counts.shape)
    goal, is_small = counts.copy(), counts <= SMALL
    limits = np.cumsum(_chances(counts))
    goal[is_small] = np.searchsorted(limits[:-1], chance[is_small], side="right")
    for trait in range(counts.shape[1]):
        _settle(goal[:, trait], counts[:, trait], chance[:, trait])
    return goal


def _chances(counts: np.ndarray) -> np.ndarray:
    """How common each small count is, each a little commoner than it is so that none is never drawn."""
    many = np.array([(counts == value).sum() for value in range(SMALL + 1)], float)
    even = many.sum() / len(many) + 1
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
