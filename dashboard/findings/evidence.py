"""What is known of one measure of one borough, or of the consortium: what every sentence about a change rests on."""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.data import headlines
from dashboard.data.compared import Figure
from dashboard.data.headlines import Month
from dashboard.filters.selection import Selection


@dataclass(frozen=True)
class Evidence:
    """What is known of one measure of one borough (or the consortium): its months, its figure and the year before's."""

    who: str
    run: Sequence[Month]
    mine: Figure
    before: Figure


def evidence(slug: str, chosen: Selection) -> list[Evidence]:
    """Give what is known of the focus, or of every borough and the consortium, last."""
    runs = headlines.everyone(slug, chosen)
    pairs = headlines.pairs(slug, chosen)
    names = [chosen.focus] if chosen.focus else [who for who in runs if who in pairs]
    return [Evidence(who, runs[who], *pairs[who]) for who in names]
