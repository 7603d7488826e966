"""The narrative of a headline: what changed, what moved it, and what is not known. The same on screen and on paper."""

from collections.abc import Sequence
from typing import Final

from dashboard.data.contributions import moved
from dashboard.data.headlines import Headline
from dashboard.filters.selection import Selection
from dashboard.insights.caveats import hidden, unknown
from dashboard.insights.changes import Change, a_year_before, of_measure, opening, unchanged
from dashboard.insights.contributions import by_whom
from dashboard.insights.evidence import Evidence, evidence
from dashboard.insights.variation import variation
from dashboard.insights.wording import said
from dashboard.markdown import STRESS
from metrics import Metric

BOLD: Final = STRESS
"""Stands on both sides of what is printed bold in a sentence of what changed."""


def narrative(headline: Headline, chosen: Selection) -> tuple[str, ...]:
    """Give one to three plain sentences about a headline measure of the focus, or of the whole consortium.

    First what changed against the same a year before, and whether it is beyond usual variation; no change is said as
    such. Then, of a change, which boroughs, placement groups or providers moved it, or which boroughs changed although
    the consortium did not. Last what is not known. Every number is one that the release shows.
    """
    return told(headline, chosen, evidence(headline.slug, chosen))


def told(headline: Headline, chosen: Selection, known: Sequence[Evidence]) -> tuple[str, ...]:
    """Give the same of what is known already; nothing of what no return speaks of."""
    if not known:
        return ()
    first = _first(headline.metric, known)
    return tuple(sentence.replace(BOLD, "") for sentence in (first, *more(headline, chosen, known)) if sentence)


def more(headline: Headline, chosen: Selection, known: Sequence[Evidence]) -> tuple[str, ...]:
    """Give what follows the first sentence: what moved the figure or who moved alone, and what is not known."""
    claims, mine = of_measure(headline.metric, known), known[-1]
    is_claimed = any(change.who == mine.who for change in claims)
    second = _moved(headline, chosen, mine) if is_claimed else _but(claims)
    return tuple(sentence for sentence in (second, unknown(headline.metric, known, chosen)) if sentence)


def _first(metric: Metric, known: Sequence[Evidence]) -> str:
    each = known[-1]
    claimed = next((change for change in of_measure(metric, known) if change.who == each.who), None)
    change = claimed or unchanged(metric, known)
    if change:
        return change.words
    if each.mine.value is None:
        return f"{opening(metric, each)} {hidden(each.mine)}."
    seen = variation(metric, each.run)
    return f"{opening(metric, each)} {said(metric, each.mine)}, {seen.words}{a_year_before(metric, each.before)}."


def _moved(headline: Headline, chosen: Selection, mine: Evidence) -> str:
    return by_whom(headline.metric, mine.mine, mine.before, moved(headline.slug, chosen))


def _but(claims: Sequence[Change]) -> str:
    """Boroughs that changed while the whole did not."""
    return " ".join(change.words for change in claims)
