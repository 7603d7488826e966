"""What is claimed: of all that the headline measures might show, what stands out when judged together.

The family is the same whatever the reader looks at: every headline measure of the consortium and of each borough, under
the filters and the period chosen. So a borough's own view, the consortium's, a pack and the event screens claim alike.
A measure that is no headline is a family of its own, at the share of the rate that leaves a page, or a pack, within it.
"""

from collections.abc import Callable, Mapping
from typing import Final

from dashboard.charts.chart_style import CONSORTIUM, REST
from dashboard.data import headlines
from dashboard.data.comparisons import Estimate, is_judged
from dashboard.data.figures import metric
from dashboard.data.headlines import HEADLINES
from dashboard.data.judgements import Judged, apart_from_others, changed
from dashboard.data.reader_cache import kept_for_reader
from dashboard.faults import tried
from dashboard.filters.selection import Selection
from metrics import When
from metrics.chance.false_discovery import RATE, found, found_in
from metrics.statistics.series_breaks import unbroken

HEADLINE_OF: Final = {each.judged_by: each.slug for each in HEADLINES}
"""The headline that a measure is compared for."""

OF_A_PAGE: Final = 10
"""Measures beside the headlines of whose change a page may speak, each a family of its own at a tenth of the rate."""

OF_A_PACK: Final = 30
"""Measures beside the headlines of which a pack says how boroughs differ."""

Family = Mapping[str, Judged]
"""By borough, and for the consortium: which way, and how often chance alone would give as much."""

Ways = Mapping[str, int]
"""By borough, and for the consortium: 1 up or over, -1 down or under; who is not claimed is not named."""


def change_ways(slug: str, chosen: Selection, before: When | None = None) -> Ways:
    """Say who is claimed to have changed on a year before, or on another time, and which way."""
    headline = HEADLINE_OF.get(slug, slug)
    is_on_the_year = before is None or before.end == chosen.when.before().end
    if is_on_the_year and headline in HEADLINE_OF.values():
        return _headline_changes(chosen.all_boroughs).get(headline, {})
    return _changes((slug,), chosen.all_boroughs, before, RATE / OF_A_PAGE).get(slug, {})


def change_way(slug: str, chosen: Selection) -> int:
    """Give which way the focus, or the consortium, is claimed to have gone since a year before; 0 where it is not."""
    return change_ways(slug, chosen).get(chosen.name, 0)


def way_beside(slug: str, other: Estimate, chosen: Selection) -> int:
    """Give what is claimed of the focus, or the consortium, beside the rest or beside a year before."""
    return apart_ways(slug, chosen).get(chosen.name, 0) if other.series == REST else change_way(slug, chosen)


def apart_ways(slug: str, chosen: Selection) -> Ways:
    """Say which boroughs are claimed to differ from the others together, and which way."""
    if slug in HEADLINE_OF:
        return _headlines_apart(chosen.all_boroughs).get(slug, {})
    return _apart((slug,), chosen.all_boroughs, RATE / OF_A_PACK).get(slug, {})


@kept_for_reader(200)
def _headline_changes(chosen: Selection) -> dict[str, Ways]:
    return _changes(tuple(each.slug for each in HEADLINES), chosen, None, RATE)


@kept_for_reader(200)
def _headlines_apart(chosen: Selection) -> dict[str, Ways]:
    return _apart(tuple(HEADLINE_OF), chosen, RATE)


@kept_for_reader(200)
def _changes(slugs: tuple[str, ...], chosen: Selection, before: When | None, rate: float) -> dict[str, Ways]:
    judged = {slug: _if_it_can_be(slug, lambda slug: _judged_changes(slug, chosen, before)) for slug in slugs}
    families = {slug: (_of_all(each), _parts(each)) for slug, each in judged.items()}
    known = {slug: family for slug, family in families.items() if family[0] is not None or family[1]}
    stand_out = found_in(known, rate)
    named = {slug: [name or CONSORTIUM for name in names] for slug, names in stand_out.items()}
    return {slug: {name: judged[slug][name].way for name in names} for slug, names in named.items()}


def _of_all(judged: Family) -> float | None:
    return judged[CONSORTIUM].chance if CONSORTIUM in judged else None


def _parts(judged: Family) -> dict[str, float]:
    return {who: each.chance for who, each in judged.items() if who != CONSORTIUM}


def _judged_changes(slug: str, chosen: Selection, before: When | None) -> Family:
    """Give which way each went and the chance of it, where both figures are shown whole."""
    if not _is_comparable(slug, chosen, before or chosen.when.before()):
        return {}
    shown = headlines.pairs(slug, chosen) if before is None else None
    return {
        who: each
        for who, each in changed(slug, chosen, before).items()
        if shown is None or (who in shown and is_judged(*shown[who]))
    }


def _is_comparable(slug: str, chosen: Selection, before: When) -> bool:
    """Say whether the data speak of an earlier time, and no break in the series lies between."""
    is_known = chosen.first <= (before.end if metric(slug).is_at_date else before.start)
    return is_known and not unbroken(slug, [before.end, chosen.end])


@kept_for_reader(200)
def _apart(slugs: tuple[str, ...], chosen: Selection, rate: float) -> dict[str, Ways]:
    """Judge measures of every borough as one family."""
    known = {slug: _if_it_can_be(slug, lambda slug: _judged_apart(slug, chosen)) for slug in slugs}
    every = {(slug, who): judged for slug, of in known.items() for who, judged in of.items()}
    stand_out = found({key: each.chance for key, each in every.items()}, rate)
    return {slug: {who: every[of, who].way for of, who in stand_out if of == slug} for slug in slugs}


def _judged_apart(slug: str, chosen: Selection) -> Family:
    """Give which way each borough is from the others and the chance of it, where its figure is shown whole."""
    shown = {who for who, (mine, _) in headlines.pairs(slug, chosen).items() if is_judged(mine)}
    return {who: each for who, each in apart_from_others(slug, chosen).items() if who in shown}


def _if_it_can_be(slug: str, judge: Callable[[str], Family]) -> Family:
    """Judge a measure; a fault in one leaves it out of the family, and costs no other its judgement."""
    return tried(f"Judging {metric(slug).title}", lambda: judge(slug), lambda _: {})
