"""Amounts rounded so that they add up to their rounded whole: largest remainders first."""

from collections.abc import Sequence
from math import floor


def shared(amounts: Sequence[float], whole: int, step: float) -> list[int]:
    """Round amounts to whole steps that add up to `whole`, each as near to its own as that lets it be."""
    exact = [each / step for each in amounts]
    steps = [floor(each) for each in exact]
    left, places = whole - sum(steps), len(steps)
    order = sorted(range(places), key=lambda at: exact[at] - steps[at], reverse=left > 0)
    for turn in range(abs(left)):
        steps[order[turn % places]] += 1 if left > 0 else -1
    return steps
