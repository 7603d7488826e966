"""From a difference to a word: better, worse, higher, lower or similar. Said in this one place."""

from enum import StrEnum
from typing import Final

from metrics.card import Polarity


class Judgement(StrEnum):
    """What may be said of a figure beside another."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    SIMILAR = "similar"
    NOT_COMPARED = "not compared"


_WORDS: Final = {
    (Polarity.HIGH, 1): Judgement.BETTER,
    (Polarity.HIGH, -1): Judgement.WORSE,
    (Polarity.LOW, 1): Judgement.WORSE,
    (Polarity.LOW, -1): Judgement.BETTER,
    (Polarity.NEITHER, 1): Judgement.HIGHER,
    (Polarity.NEITHER, -1): Judgement.LOWER,
}


def judged(direction: int, polarity: Polarity) -> Judgement:
    """Give the word for a movement up (1), down (-1) or neither (0) of a measure with a polarity."""
    return _WORDS.get((polarity, direction), Judgement.SIMILAR)
