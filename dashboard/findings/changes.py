"""What changed: claims about boroughs and the consortium, ranked by how unusual they are; no change is said as such."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import Final

from dashboard.charts.look import CONSORTIUM
from dashboard.data.compared import Figure
from dashboard.data.headlines import is_level
from dashboard.findings.evidence import Evidence
from dashboard.findings.months import alone
from dashboard.findings.variation import UNJUDGED, Variation, good_or_bad, variation
from dashboard.sentences import direction, said, without
from metrics import Metric
from metrics.when import year_before

MOST: Final = 6
FEWEST: Final = 3
OF_ONE_MEASURE: Final = 2
"""Sentences about one measure at most, so that one does not crowd out the others."""

WIDTH: Final = 3.92
"""Standard errors from end to end of a 95% interval."""


@dataclass(frozen=True)
class Change:
    """A sentence about one measure of one borough or the consortium.

    `is_proved` says that its interval leaves out the year before, `size` how far from chance it is (sigma).
    """

    slug: str
    who: str
    way: int
    size: float
    words: str
    is_proved: bool = False


def changes(metrics: Sequence[Metric], known: Mapping[str, Sequence[Evidence]]) -> list[Change]:
    """Give three to six sentences, the most unusual first; where fewer are claimed, measures without change follow."""
    claims = [change for card in metrics for change in of_measure(card, known[card.slug])]
    claimed = {change.slug for change in claims}
    quiet = [card for card in metrics if card.slug not in claimed]
    still = [change for card in quiet if (change := unchanged(card, known[card.slug]))]
    return _ranked(claims)[:MOST] + still[: max(FEWEST - len(claims), 0)]


def _ranked(claims: Sequence[Change]) -> list[Change]:
    """Proved changes first: month-to-month limits are narrow for numbers that carry over from month to month."""
    return sorted(claims, key=lambda change: (not change.is_proved, -change.size))


def of_measure(metric: Metric, known: Sequence[Evidence]) -> list[Change]:
    """Give the consortium's claim, with the boroughs that moved alike, then boroughs that did not."""
    claims = [claim for each in known if (claim := _claim(metric, each))]
    whole = next((claim for claim in claims if claim.who == CONSORTIUM), None)
    own = [claim for claim in claims if claim.who != CONSORTIUM]
    if whole is None:
        return _ranked(own)[:OF_ONE_MEASURE]
    alike = [claim.who for claim in own if claim.way == whole.way]
    apart = _ranked([claim for claim in own if claim.way != whole.way])
    return [_with(whole, alike), *apart[: OF_ONE_MEASURE - 1]]


def _with(whole: Change, alike: Sequence[str]) -> Change:
    if not alike:
        return whole
    names = " and ".join(alike) if len(alike) <= 2 else f"{len(alike)} boroughs"
    return replace(whole, words=f"{whole.words} Likewise in {names}.")


def _claim(metric: Metric, each: Evidence) -> Change | None:
    way, seen = direction(each.mine, each.before), variation(metric, each.run)
    if way:
        return Change(
            metric.slug, each.who, way, max(_size(each), seen.size), _moved(metric, each, way), is_proved=True
        )
    if not _is_new(metric, each, seen):
        return None
    return Change(metric.slug, each.who, seen.way, seen.size, _unusual(metric, each, seen))


def _is_new(metric: Metric, each: Evidence, seen: Variation) -> bool:
    """Say whether a signal began since the figure it is compared with, and that lies on the other side of it.

    A date's is compared with a year before; a period's with a whole year, which began twelve months earlier still.
    """
    if not seen.way or seen.since is None or not each.run:
        return False
    before = year_before(each.run[-1][0])
    if seen.since <= (before if is_level(metric) else year_before(before)):
        return False
    now, then = each.mine.value, each.before.value
    return now is not None and (then is None or (now - then) * seen.way > 0)


def _size(each: Evidence) -> float:
    """How many standard errors a figure is from the year before's."""
    errors = [((figure.upper or 0.0) - (figure.lower or 0.0)) / WIDTH for figure in (each.mine, each.before)]
    moved = abs((each.mine.value or 0.0) - (each.before.value or 0.0))
    return moved / (hypot(*errors) or 1.0)


def _moved(metric: Metric, each: Evidence, way: int) -> str:
    now, before = said(metric, each.mine), said(metric, each.before)
    word = "up" if way > 0 else "down"
    left = _also(each.before)
    return f"{opening(metric, each)} {now}, {word} from {before} a year before{left}{good_or_bad(metric, way)}."


def _unusual(metric: Metric, each: Evidence, seen: Variation) -> str:
    now = f"{opening(metric, each)} {said(metric, each.mine)}"
    return f"{now}, {seen.words}{good_or_bad(metric, seen.way)}{a_year_before(metric, each.before)}."


def unchanged(metric: Metric, known: Sequence[Evidence]) -> Change | None:
    """Say of the widest of those who are known that nothing changed; nothing of what is hidden or not judged."""
    each = known[-1] if known else None
    if each is None or each.mine.value is None or variation(metric, each.run) in UNJUDGED:
        return None
    words = f"{opening(metric, each)} {said(metric, each.mine)}, no change beyond usual variation"
    odd = alone(metric, each.run)
    return Change(metric.slug, each.who, 0, 0.0, f"{words}{a_year_before(metric, each.before)}{odd and f'; {odd}'}.")


def a_year_before(metric: Metric, before: Figure) -> str:
    """Say a year before's figure in brackets, where there is one."""
    return "" if before.value is None else f" ({said(metric, before)} a year before{_also(before)})"


def _also(before: Figure) -> str:
    return f", {without(before)}" if before.without else ""


def opening(metric: Metric, each: Evidence) -> str:
    """Name whose figure of what follows; `**` stands on both sides of what is printed bold."""
    return f"**{each.who}**, {metric.title[:1].lower()}{metric.title[1:]}:"
