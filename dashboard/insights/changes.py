"""What changed: claims about the consortium first, then about boroughs; where nothing stands out, one calm sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log10
from typing import Final

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data.comparisons import Estimate, is_judged
from dashboard.data.headlines import is_level
from dashboard.insights.evidence import Evidence
from dashboard.insights.single_months import alone
from dashboard.insights.variation import UNJUDGED, Variation, good_or_bad, variation
from dashboard.insights.wording import said, without
from metrics import Metric
from metrics.periods import year_before

MOST: Final = 6
OF_ONE_MEASURE: Final = 2
"""Sentences about one measure at most, so that one does not crowd out the others."""

CLEAR: Final = 0.001
"""Chance alone gives what is called clear less often than this; other claims are called probable."""

LEAST_CHANCE: Final = 1e-12

NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Change:
    """A sentence about one measure of one borough or the consortium.

    `is_first` says that it is told before what single boroughs did, `size` how far from chance it is.
    """

    slug: str
    who: str
    way: int
    size: float
    words: str
    is_first: bool = False


def changes(metrics: Sequence[Metric], known: Mapping[str, Sequence[Evidence]]) -> list[Change]:
    """Give up to six sentences, the consortium's first, the clearest first; one calm sentence where none is claimed."""
    claims = [change for card in metrics for change in of_measure(card, known[card.slug])]
    return _ranked(claims)[:MOST] or _calm(metrics, known)


def _ranked(claims: Sequence[Change]) -> list[Change]:
    return sorted(claims, key=lambda change: (not change.is_first, -change.size))


def _calm(metrics: Sequence[Metric], known: Mapping[str, Sequence[Evidence]]) -> list[Change]:
    """Say once that nothing changed, of how many measures that is known, where it is known of any."""
    still = [card for card in metrics if unchanged(card, known[card.slug])]
    if not still:
        return []
    if len(still) == 1:
        return [change for card in still if (change := unchanged(card, known[card.slug]))]
    who, count = known[still[0].slug][-1].who, len(still)
    words = f"**{who}**: none of {NUMBERS[count] if count < len(NUMBERS) else count} measures has clearly changed"
    return [Change(still[0].slug, who, 0, 0.0, f"{words} in a year.")]


def of_measure(metric: Metric, known: Sequence[Evidence]) -> list[Change]:
    """Give the consortium's claim, with the boroughs of which it holds too, then boroughs that went another way.

    Where one or two boroughs are the cause, they are named in its place.
    """
    claims = [claim for each in known if (claim := _claim(metric, each))]
    whole = next((claim for claim in claims if claim.who == CONSORTIUM), None)
    own = _ranked([claim for claim in claims if claim.who != CONSORTIUM])
    if whole is None:
        return own[:OF_ONE_MEASURE]
    due_to = known[-1].due_to
    if due_to:
        return [_as_cause(claim, len(due_to)) for claim in own if claim.who in due_to]
    alike = [claim.who for claim in own if claim.way == whole.way]
    apart = [claim for claim in own if claim.way != whole.way]
    return [replace(whole, words=_with(whole.words, alike, len(known) - 1), is_first=True), *apart[:1]]


def _as_cause(claim: Change, causes: int) -> Change:
    others = "The other boroughs together did not clearly change."
    return replace(claim, words=f"{claim.words} {others}" if causes == 1 else claim.words, is_first=True)


def _with(words: str, alike: Sequence[str], boroughs: int) -> str:
    if not alike:
        return words
    if len(alike) == boroughs > 1:
        return f"{words} So in all {NUMBERS[boroughs] if boroughs < len(NUMBERS) else boroughs} boroughs."
    names = " and ".join(alike) if len(alike) <= 2 else f"{len(alike)} of {boroughs} boroughs"
    return f"{words} Seen in {names} alone, too."


def _claim(metric: Metric, each: Evidence) -> Change | None:
    if each.way and each.chance is not None:
        return Change(metric.slug, each.who, each.way, -log10(max(each.chance, LEAST_CHANCE)), _moved(metric, each))
    seen = variation(metric, each.run)
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


def _moved(metric: Metric, each: Evidence) -> str:
    now, before = said(metric, each.mine), said(metric, each.before)
    strength = "clearly" if each.chance is not None and each.chance < CLEAR else "probably"
    word, verdict = "up" if each.way > 0 else "down", good_or_bad(metric, each.way)
    left = _also(each.before)
    return f"{opening(metric, each)} {now}, {strength} {word} from {before} a year before{left}{verdict}."


def _unusual(metric: Metric, each: Evidence, seen: Variation) -> str:
    now = f"{opening(metric, each)} {said(metric, each.mine)}"
    return f"{now}, {seen.words}{good_or_bad(metric, seen.way)}{a_year_before(metric, each.before)}."


def unchanged(metric: Metric, known: Sequence[Evidence]) -> Change | None:
    """Say of the widest of those who are known that nothing changed; nothing of what is hidden or not judged."""
    each = known[-1] if known else None
    if each is None or each.mine.value is None:
        return None
    if each.chance is not None and is_judged(each.mine, each.before):
        words = f"{opening(metric, each)} {said(metric, each.mine)}, no clear change from {said(metric, each.before)}"
        return Change(metric.slug, each.who, 0, 0.0, f"{words} a year before{_with_odd(metric, each)}.")
    if variation(metric, each.run) in UNJUDGED:
        return None
    words = f"{opening(metric, each)} {said(metric, each.mine)}, no change beyond usual variation"
    return Change(
        metric.slug, each.who, 0, 0.0, f"{words}{a_year_before(metric, each.before)}{_with_odd(metric, each)}."
    )


def _with_odd(metric: Metric, each: Evidence) -> str:
    odd = alone(metric, each.run)
    return f"; {odd}" if odd else ""


def a_year_before(metric: Metric, before: Estimate) -> str:
    """Say a year before's figure in brackets, where there is one."""
    return "" if before.value is None else f" ({said(metric, before)} a year before{_also(before)})"


def _also(before: Estimate) -> str:
    return f", {without(before)}" if before.without else ""


def opening(metric: Metric, each: Evidence) -> str:
    """Name whose figure of what follows; `**` stands on both sides of what is printed bold."""
    return f"**{each.who}**, {metric.title[:1].lower()}{metric.title[1:]}:"
