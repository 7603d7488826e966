"""Chance with a fixed seed that falls the same on every machine and every Python.

Only `random.Random.random` is promised to repeat between Python versions, so everything here is built on it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Final, TypeVar

T = TypeVar("T")

SEED: Final = "placement commissioning sample 2026"


class Dice:
    """A stream of chance of its own, named by what it decides."""

    def __init__(self, name: str) -> None:
        self._random = Random(f"{SEED}/{name}")

    def share(self) -> float:
        """A number from 0 up to 1."""
        return self._random.random()

    def chance(self, share: float) -> bool:
        """Whether something that happens to this share of cases happens now."""
        return self.share() < share

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.share() * (high - low + 1))

    def near(self, mean: float, spread: float) -> float:
        """A number around `mean` with this standard deviation, near enough to normal."""
        return mean + spread * (sum(self.share() for _ in range(12)) - 6)

    def pick(self, items: Sequence[T]) -> T:
        """One of the items, each as likely."""
        return items[int(self.share() * len(items))]

    def weighed(self, weights: Mapping[T, float]) -> T:
        """One of the keys, each as likely as its weight."""
        left = self.share() * sum(weights.values())
        for item, weight in weights.items():
            left -= weight
            if left < 0:
                return item
        return list(weights)[-1]

    def some(self, items: Iterable[T], count: int) -> list[T]:
        """So many of the items without repeating any, in chance order."""
        drawn = [(self.share(), place, item) for place, item in enumerate(items)]
        return [item for _, _, item in sorted(drawn, key=lambda row: row[:2])[: max(0, count)]]

    def likeliest(self, weights: Sequence[tuple[T, float]], count: int) -> list[T]:
        """So many items without repeating any, drawn in proportion to their weights (none at weight 0)."""
        keyed = [
            (self.share() ** (1 / weight), place, item) for place, (item, weight) in enumerate(weights) if weight > 0
        ]
        return [item for _, _, item in sorted(keyed, key=lambda row: (-row[0], row[1]))[: max(0, count)]]

    def day(self, first: date, last: date) -> date:
        """A day from `first` to `last`, both included."""
        return first + timedelta(days=self.between(0, max(0, (last - first).days)))
