"""What the page about cost says over its charts."""

from typing import Final

import polars as pl

from dashboard.charts.number_format import adding_up, pounds
from dashboard.data.benchmarks import OWN
from dashboard.data.cache import kept
from dashboard.data.comparisons import Figure
from dashboard.data.spending import FROM_PRICES
from dashboard.insights import sentences
from metrics import Metric, Unit
from metrics.engine.coverage import PROVISIONAL
from metrics.statistics.spend_drivers import Drivers

NAMED: Final = 2
"""Parts of a change that a title names, at most."""


def spent(total: Figure, change: Figure, way: int) -> str:
    """Say what was spent and how that compares with the year before.

    `way` is which way it is claimed to have gone, 0 where children who come and go by chance may make as much.
    """
    if total.value is None:
        return f"Spend on placements: {total.mark or '[x]'}"
    now = f"{total.series} spent {pounds(total.value)} on placements"
    if sentences.sure(change) is None or change.value is None:
        return sentences.short(now, f"Spend on placements: {pounds(total.value)}")
    if round(change.value) == 0:
        return sentences.short(f"{now}, as the year before", f"Spend {pounds(total.value)}, as the year before")
    by = f"{abs(change.value):.0f}% {'more' if change.value > 0 else 'less'}"
    than = f"{by} than the year before" if way * change.value > 0 else f"no clear change ({by})"
    if change.without:
        than = f"{than}, {sentences.without(change)}"
    return sentences.short(f"{now}, {than}", f"Spend {pounds(total.value)}, {than}", than)


def without(change: Figure) -> str:
    """Say who is left out of a change on the year before; nothing where nobody is."""
    words = sentences.without(change)
    return f"{words[:1].upper()}{words[1:]}: no return speaks of both years." if words else ""


@kept(500)
def why(parts: pl.DataFrame, whole: str, found: Drivers | None) -> str:
    """Name the parts that clearly moved spend, of the whole change. Columns: series, value.

    A part that chance could have made, or that another order of the parts turns round, is not named.
    """
    rows = {row["series"]: row["value"] for row in parts.select("series", "value").iter_rows(named=True)}
    total = rows.pop(whole, None)
    if total is None or any(value is None for value in rows.values()) or _is_provisional(parts):
        return "Change in spend on the year before"
    told = adding_up(list(rows.values()), total, Unit.POUNDS)
    amounts = {part.partition(":")[0].lower(): value for part, value in zip(rows, told, strict=True)}
    clear = [part.name for part in found.clear if amounts.get(part.name)][:NAMED] if found else []
    named = [f"{name} {'adds' if amounts[name] > 0 else 'saves'} {pounds(abs(amounts[name]))}" for name in clear]
    way = f"spend {'rises' if total > 0 else 'falls'} by {pounds(abs(total))} in all"
    if not named:
        return f"No part clearly drives it: {way}"
    both = ", ".join(named)
    return sentences.short(f"{both[:1].upper()}{both[1:]}; {way}", f"{named[0][:1].upper()}{named[0][1:]}; {way}")


@kept(500)
def how_sure(found: Drivers | None) -> str:
    """Say how far the parts move by chance, and with the order in which they are changed."""
    if found is None:
        return ""
    chance = ", ".join(f"{part.name} {_range(part.lower, part.upper)}" for part in found.parts)
    order = ", ".join(f"{part.name} {_range(part.least, part.most)}" for part in found.parts)
    other = " (the largest part is then another)" if found.is_by_order else ""
    return (
        f"By chance, as the children who come into care differ, each part may be (95%, all four together): {chance}. "
        f"In another order, or at this year's prices instead of last year's{other}: {order}."
    )


def _range(low: float, high: float) -> str:
    """Write a range to two figures: it is no more certain than that."""
    ends = [pounds(float(f"{end:.2g}")) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"


def _is_provisional(parts: pl.DataFrame) -> bool:
    return "mark" in parts.columns and PROVISIONAL in parts["mark"].to_list()


def by_type(metric: Metric, mine: dict[str, Figure], rest: dict[str, Figure]) -> str:
    """Say which type the focus pays more or less for, or what the type that spends most costs in the middle."""
    differ = [
        (kind, sign)
        for kind in mine
        if kind in rest and (sign := sentences.direction(mine[kind], rest[kind], len(mine)))
    ]
    if differ:
        kind, sign = max(differ, key=lambda item: abs((mine[item[0]].value or 0.0) - (rest[item[0]].value or 0.0)))
        both = f"{sentences.said(metric, mine[kind])} against {sentences.said(metric, rest[kind])}"
        return sentences.short(
            f"{kind}: {'dearer' if sign > 0 else 'cheaper'} than the rest, {both}",
            f"{kind} {'dearer' if sign > 0 else 'cheaper'}, {both}",
        )
    if rest:
        return "No placement type clearly dearer or cheaper than the rest"
    return _dearest(metric, mine)


def _dearest(metric: Metric, mine: dict[str, Figure]) -> str:
    known = {kind: figure for kind, figure in mine.items() if figure.value is not None}
    if not known:
        return "Weekly cost by placement type"
    kind, most = max(known.items(), key=lambda item: (item[1].value or 0.0) * (item[1].n or 0.0))
    return f"{kind}: half of placements cost {sentences.said(metric, most)} or more"


SPREAD: Final = "Half of any group lies above its median, whoever pays: this is a spread, not a saving."
"""What stands beside how much is paid above the median of like care."""


def above_median(spread: Figure) -> str:
    """Say how much of a year's prices lies above the median of like care."""
    if spread.value is None:
        return f"Paid above the median of like care: {spread.mark or '[x]'}"
    if not spread.n:
        return "No provider gives like care to two boroughs here"
    return f"Prices for like care: {pounds(spread.value)} a year above their median"


def unexplained(kind: str, outliers: int, chosen: Figure) -> str:
    """Say how many placements cost far more than need explains, or how the focus stands."""
    if outliers:
        one = "placement costs" if outliers == 1 else "placements cost"
        return f"{kind}: {outliers} {one} far more than need explains"
    return f"{kind}: {beyond_need(chosen)}"


def beyond_need(figure: Figure) -> str:
    """Say whether a mean price is beyond or below what need explains, as its interval says."""
    if figure.value is None:
        return f"price beyond need {figure.mark or '[x]'}"
    if figure.lower is not None and figure.lower > 0:
        return f"{pounds(figure.value)} a week more than need explains"
    if figure.upper is not None and figure.upper < 0:
        return f"{pounds(-figure.value)} a week less than need explains"
    return "no clear difference from what need explains"


def funded(partners: float | None, mark: str | None = None, unstated: float | None = None) -> str:
    """Say what share of the cost education and health pay (%), and for what share nobody says who pays."""
    if partners is None:
        return f"Education and health pay {mark or '[x]'} of the cost"
    paid = f"Education and health pay {partners:.0f}% of the cost"
    if unstated is None or round(unstated) == 0:
        return f"{paid}, social care the rest"
    return f"{paid}, {unstated:.0f}% not stated"


@kept(500)
def unit_cost(metric: Metric, rows: pl.DataFrame) -> str:
    """Say the first local unit cost beside the last one published, if any. Columns: label, series, value, mark."""
    first = rows.filter(pl.col("label") == pl.col("label").first())
    told = {row["series"]: sentences.said(metric, sentences.figure_of("", row)) for row in first.iter_rows(named=True)}
    mine, last = next(iter(told), ""), next(reversed(told), "")
    local = f"A child costs {told.get(mine, '[x]')} a week"
    if not last.endswith(OWN):
        return f"{local}; no published figure is loaded"
    is_own = last.removesuffix(OWN) == mine.removesuffix(FROM_PRICES)
    return f"{local}, {told[last]} as published" if is_own else f"{local}; {last.partition(',')[0]} {told[last]}"


def covered(share: Figure, without: Figure) -> str:
    """Say for how many children the price is known, and how many prices no figure holds, under every figure of cost."""
    if share.value is None:
        return f"Share of prices known: {share.mark or '[x]'}; {unplaced(without)}."
    percent = f"{share.value:.0f}%"
    if share.n is None:
        return f"Price known for {percent} of children; {unplaced(without)}."
    known = share.value * share.n / 100
    return f"Price known for {known:,.0f} of {share.n:,.0f} children ({percent}); {unplaced(without)}."


def unplaced(without: Figure) -> str:
    """Say how many prices have no episode, and so are in no figure of cost."""
    if without.value is None:
        return f"prices without an episode {without.mark or '[x]'}"
    if not without.value:
        return "every price has an episode"
    return f"{without.value:,.0f} price{' has' if without.value == 1 else 's have'} no episode"


def known(share: Figure) -> str:
    """Say in few words for how many children the price is known."""
    return f"price known for {share.mark or '[x]' if share.value is None else f'{share.value:.0f}%'}"
