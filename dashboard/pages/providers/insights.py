"""What the page about providers says over its tables and charts."""

from collections.abc import Sequence
from datetime import date
from math import hypot

import polars as pl
from scipy import special

from dashboard.charts.number_format import day, pounds
from dashboard.charts.summary_table import Line
from dashboard.data.comparisons import Estimate
from dashboard.insights.against_need import beyond_need
from dashboard.insights.wording import direction, figure_of, said, short
from dashboard.pages.providers.offers import MEASURES, Offer
from metrics import METRICS
from metrics.chance.false_discovery import found
from metrics.statistics.intervals import TAIL

WITHHELD = (
    "Figures of single providers are shown in the working release alone: in papers, or to anyone in a room, a price "
    "or a count beside a provider's name would tell competitors what is paid."
)

NAMELESS = "No provider is known by name: no URN in the episodes is in the register, and no price names a provider."


FEWEST = 2
"""Placements that a provider or a borough needs to be named."""

OWN_ONLY = ("children_looked_after", "unexplained_cost")
"""A count or a residual has no market figure to stand beside."""

WAYS = {1: "higher", -1: "lower", 0: "no clear difference"}

NO_PRICES = "A single provider's prices are confidential in this release [c]; the working release shows them."


def concentration(offers: Sequence[Offer]) -> str:
    """Say how few providers care for half of the children; only their number where counts are hidden."""
    children: dict[str, float] = {}
    for offer in offers:
        children[offer.provider] = children.get(offer.provider, 0) + (offer.own["children_looked_after"].value or 0)
    if any(offer.own["children_looked_after"].value is None for offer in offers) or not children:
        return f"{len(children)} providers care for our children"
    half, held, most = sum(children.values()) / 2, 0.0, 0
    for count in sorted(children.values(), reverse=True):
        if held >= half:
            break
        held, most = held + count, most + 1
    return f"{most} of {len(children)} providers care for half of the children"


def negotiable(rows: pl.DataFrame) -> str:
    """Name the provider whose price beyond need is worth most, of those that stand out, all judged together.

    Of two placements at the least, at a false discovery rate of 5%: of many providers some are over zero by chance.
    """
    figures = [figure_of(row["series"], row) for row in rows.iter_rows(named=True)]
    known = {at: error for at, each in enumerate(figures) if (error := _error(each)) is not None}
    chances = {
        at: _chance((figures[at].value or 0.0) / error, (figures[at].n or 0.0) - 1) for at, error in known.items()
    }
    over = [figures[at] for at in sorted(found(chances)) if (figures[at].value or 0.0) > 0]
    if not over:
        return "No provider's price is clearly beyond what need explains"
    worth = max(over, key=lambda figure: (figure.value or 0.0) * (figure.n or 0.0))
    return short(f"{worth.series}: {beyond_need(worth)}", beyond_need(worth))


def between(rows: pl.DataFrame) -> str:
    """Say which borough pays most and which least for like need, of pairs that stand out, all judged together."""
    figures = [figure_of(row["series"], row) for row in rows.iter_rows(named=True)]
    chances = {
        (dear, cheap): _chance(_apart(dear, cheap), min(dear.n or 0.0, cheap.n or 0.0) - 1)
        for dear in figures
        for cheap in figures
        if _error(dear) is not None and _error(cheap) is not None and (dear.value or 0.0) > (cheap.value or 0.0)
    }
    pairs = found(chances)
    if not pairs:
        return "No borough clearly pays more than another for like need"
    dear, cheap = max(pairs, key=lambda pair: _apart(*pair))
    gap = pounds((dear.value or 0.0) - (cheap.value or 0.0))
    return short(
        f"{dear.series} pays {gap} a week more than {cheap.series} at like need",
        f"{dear.series} pays {gap} more than {cheap.series}",
    )


def _error(figure: Estimate) -> float | None:
    """Give the standard error of a mean from its 95% interval; None of fewer than two placements or without one."""
    if figure.lower is None or figure.upper is None or (figure.n or 0.0) < FEWEST or figure.upper <= figure.lower:
        return None
    return (figure.upper - figure.lower) / 2 / float(special.stdtrit((figure.n or 0.0) - 1, 1 - TAIL))


def _apart(dear: Estimate, cheap: Estimate) -> float:
    """Give how many standard errors two figures are apart."""
    return ((dear.value or 0.0) - (cheap.value or 0.0)) / hypot(_error(dear) or 0.0, _error(cheap) or 0.0)


def _chance(errors: float, freedom: float) -> float:
    """Give how often chance alone puts a mean as far from zero, to either side."""
    return 2 * float(special.stdtr(freedom, -abs(errors)))


def needs(rows: pl.DataFrame, name: str) -> str:
    """Say on how many indicators the provider's children differ from the market's. Columns: label, series."""
    pairs: dict[str, list[Estimate]] = {}
    for row in rows.iter_rows(named=True):
        place = 0 if row["series"] == name else 1
        pairs.setdefault(row["label"], []).insert(place, figure_of(row["series"], row))
    ways = [direction(*pair, among=len(pairs)) for pair in pairs.values() if len(pair) == 2]
    higher, lower = sum(way > 0 for way in ways), sum(way < 0 for way in ways)
    if not higher and not lower:
        return "Needs served: no clear difference from the market"
    return f"Needs higher than the market's on {higher}, lower on {lower} of {len(ways)}"


def dearer(offer: Offer) -> str:
    """Say how a provider's weekly cost stands to the market's."""
    metric, mine, other = METRICS["weekly_cost"], offer.own["weekly_cost"], offer.market["weekly_cost"]
    if mine.value is None:
        return f"{offer.provider}: weekly cost {mine.mark or '[x]'}"
    way = {1: "dearer than", -1: "cheaper than", 0: "no clear difference from"}[direction(mine, other)]
    return short(f"{offer.provider}: {way} the market ({said(metric, mine)} against {said(metric, other)})", way)


def lines(offers: Sequence[Offer], judged: dict[str, str], inspected: dict[str, date]) -> list[Line]:
    """Give the lines of a table with a column a provider: its care, its figures beside the market's, its judgement."""
    top = [
        Line("Care", tuple(offer.care for offer in offers)),
        Line("Boroughs", tuple(offer.buyers for offer in offers)),
    ]
    figures = [Line(_name(slug), tuple(_beside(offer, slug) for offer in offers)) for slug in MEASURES]
    days = [day(seen) if (seen := inspected.get(offer.provider)) else "" for offer in offers]
    ofsted = [judged.get(offer.provider, "Not on the register") for offer in offers]
    return [*top, *figures, Line("Ofsted judgement", tuple(ofsted)), Line("Last full inspection", tuple(days))]


def alone(offer: Offer) -> list[Line]:
    """Give the lines of one provider's table: its figure, the market's, and how the two compare."""
    return [Line(_name(slug), (said(METRICS[slug], offer.own[slug]), *_market(offer, slug))) for slug in MEASURES]


def facts(offer: Offer, judged: dict[str, str], inspected: dict[str, date]) -> str:
    """Say what a provider's main care is, who buys it, and what Ofsted says."""
    buyers = f"{offer.buyers} borough{'s' if offer.boroughs != 1 else ''}"
    seen = inspected.get(offer.provider)
    last = f", last full inspection {day(seen)}" if seen else ""
    return f"{offer.care}, bought by {buyers}. Ofsted: {judged.get(offer.provider, 'not on the register')}{last}."


def _market(offer: Offer, slug: str) -> tuple[str, str]:
    mine, other = offer.own[slug], offer.market[slug]
    if slug in OWN_ONLY or mine.value is None or other.value is None:
        return "", ""
    return said(METRICS[slug], other), WAYS[direction(mine, other)]


def _name(slug: str) -> str:
    unit = METRICS[slug].unit.value.replace("GBP", "£")
    return METRICS[slug].title if unit in METRICS[slug].title.lower() else f"{METRICS[slug].title}, {unit}"


def _beside(offer: Offer, slug: str) -> str:
    """`£1,171, market £1,162: no clear difference`; a count or a residual has no market to stand beside."""
    metric, mine, other = METRICS[slug], offer.own[slug], offer.market[slug]
    if slug in OWN_ONLY or mine.value is None or other.value is None:
        return said(metric, mine)
    return f"{said(metric, mine)}, market {said(metric, other)}: {WAYS[direction(mine, other)]}"
