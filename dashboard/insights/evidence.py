"""What is known of one measure of one borough, or of the consortium: what every sentence about a change rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data import headlines
from dashboard.data.claims import Ways, change_ways
from dashboard.data.comparisons import Estimate
from dashboard.data.headlines import Month
from dashboard.data.judgements import Judged, changed
from dashboard.filters.selection import Selection

MOST_TO_BLAME: Final = 2
"""Boroughs that a change of the consortium may be put down to, at most."""

STILL: Final = 0.05
"""The others are said not to have changed where chance alone gives as much more often than this."""


@dataclass(frozen=True)
class Evidence:
    """What is known of one measure of one borough (or the consortium): its months, its figure and the year before's.

    `way` is which way it is claimed to have changed on the year before, 0 where nothing is claimed, `chance` how often
    chance alone would give as much (None: not judged). `due_to` names the boroughs without which the consortium would
    not have changed.
    """

    who: str
    run: Sequence[Month]
    mine: Estimate
    before: Estimate
    way: int = 0
    chance: float | None = None
    due_to: tuple[str, ...] = ()


def evidence(slug: str, chosen: Selection) -> list[Evidence]:
    """Give what is known of the focus, or of every borough and the consortium, last."""
    runs = headlines.everyone(slug, chosen)
    pairs = headlines.pairs(slug, chosen)
    names = [chosen.focus] if chosen.focus else [who for who in runs if who in pairs]
    ways, judged = change_ways(slug, chosen), changed(slug, chosen)
    blamed = () if chosen.focus else _due_to(slug, chosen, ways)
    return [
        Evidence(who, runs[who], *pairs[who], *_judged(who, ways, judged), due_to=blamed if who == CONSORTIUM else ())
        for who in names
    ]


def _judged(who: str, ways: Ways, judged: Mapping[str, Judged]) -> tuple[int, float | None]:
    return ways.get(who, 0), judged[who].chance if who in judged else None


def _due_to(slug: str, chosen: Selection, ways: Ways) -> tuple[str, ...]:
    """Name the boroughs that changed as the consortium did, where the others together did not change."""
    alike = [who for who, way in ways.items() if who != CONSORTIUM and way == ways.get(CONSORTIUM)]
    if not alike or len(alike) > MOST_TO_BLAME:
        return ()
    rest = changed(slug, chosen, without=frozenset(alike)).get(CONSORTIUM)
    return tuple(sorted(alike)) if rest is not None and rest.chance > STILL else ()
