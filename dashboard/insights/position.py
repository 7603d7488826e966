"""How a figure stands beside another, in words: a card's line, a cell of the matrix."""

from dataclasses import dataclass
from typing import Final

from dashboard.data.comparisons import Estimate, is_judged
from dashboard.insights.variation import good_or_bad
from dashboard.insights.wording import beside, direction, have_ranges, said
from metrics import Metric
from metrics.statistics.judgement import judged

ARROWS: Final = {1: "▲", -1: "▼", 0: ""}
"""The shape of a difference: a reader who sees no colour sees this."""


@dataclass(frozen=True)
class Standing:
    """Which way a figure differs (0: not beyond chance), the word for it, and a line that says so."""

    way: int
    word: str
    line: str


def standing(metric: Metric, mine: Estimate, other: Estimate, way: int | None = None) -> Standing:
    """Compare a figure with another.

    `way` is what is claimed of the difference, where that is judged with all that is shown beside it (`data.claims`);
    else the two intervals say it, and without an interval the other is said and nothing is claimed.
    """
    name = other.series[:1].upper() + other.series[1:]
    if other.value is None or mine.value is None:
        return Standing(0, "not compared", f"{name}: {said(metric, other)}")
    both = beside(metric, mine, other)
    if not is_judged(mine, other) or (way is None and not have_ranges(mine, other)):
        return Standing(0, "not compared", both)
    way = direction(mine, other) if way is None else way
    if not way:
        return Standing(0, "similar", f"{both}: no clear difference")
    line = f"{both}: {'higher' if way > 0 else 'lower'}{good_or_bad(metric, way)}"
    return Standing(way, judged(way, metric.polarity).value, line)
