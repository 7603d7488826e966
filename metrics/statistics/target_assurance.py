"""Will a target be met? The forecast's own distribution at the target's day against it, in words of how sure that is.

Likely where the forecast's 95% range lies on the good side of the target, unlikely where it lies on the other, possible
where it holds the target. How often targets so called were met on the fictional boroughs' own past is measured:
docs/statistics.md. Nothing is said of a measure without a good direction, or that cannot be forecast.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from metrics.statistics.forecast import Forecast
from metrics.vocabulary import Polarity


class Assurance(StrEnum):
    """Whether a target is met if nothing changes."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"
    NOT_JUDGED = "not judged"


@dataclass(frozen=True)
class Judged:
    """The word, and the chance (0 to 1) that the target is met; None where it is not judged."""

    word: Assurance
    chance: float | None = None


NOT_JUDGED: Final = Judged(Assurance.NOT_JUDGED)


def assured(found: Forecast | None, target: float, polarity: Polarity) -> Judged:
    """Judge a target, in the unit of the forecast, at the last month of it."""
    if found is None or polarity is Polarity.NEITHER:
        return NOT_JUDGED
    under = found.chance_under(target, -1)
    chance = under if polarity is Polarity.LOW else 1 - under
    if found.lower[-1] <= target <= found.upper[-1]:
        return Judged(Assurance.POSSIBLE, chance)
    is_good = (target > found.upper[-1]) == (polarity is Polarity.LOW)
    return Judged(Assurance.LIKELY if is_good else Assurance.UNLIKELY, chance)
