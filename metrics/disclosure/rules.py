"""What each release asks for, in numbers."""

from dataclasses import dataclass
from typing import Final

from metrics.card import Metric, Release, Statistic
from metrics.guidance import SMALL

OWNERS_AT_LEAST: Final = 3
"""Money is shown beyond the working release only when it stands for this many owner groups or more."""
TOP_TWO_UNDER: Final = 0.9
"""Share of a cell's spend that its two largest owner groups must stay under, or one could tell the other's price."""
REST_AT_LEAST: Final = 0.1
"""What all owner groups but the two largest must come to, over the largest, for the second not to know its price."""
SMALL_GROUP: Final = 20
"""Children below which zero or all of a group says something of each of them (twice the event release's ten)."""


@dataclass(frozen=True)
class Rule:
    """A release's rule: hide what stands for 1 to `hide_to` children, change the rest, round to `round_to`.

    `hides_extremes` hides zero and all of a small group too.
    """

    hide_to: int
    round_to: int = 1
    hides_extremes: bool = False


RULES: Final = {
    Release.BOARD: Rule(hide_to=SMALL),
    Release.EVENT: Rule(hide_to=9, round_to=5, hides_extremes=True),
}


def rule_of(metric: Metric, release: Release) -> Rule | None:
    """The rule that a metric's figures are under; None where they are shown as they are.

    Figures that others have published are public already.
    """
    return None if metric.statistic is Statistic.GIVEN else RULES.get(release)
