"""What is spent, month by month, and what moved it since the year before."""

from dataclasses import replace
from datetime import date
from math import inf
from typing import Final

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.charts.number_format import adding_up, pounds
from dashboard.charts.stacked_areas import areas
from dashboard.charts.waterfall import bridge
from dashboard.data import comparisons
from dashboard.data.cache import kept
from dashboard.data.claims import change_way
from dashboard.data.comparable_periods import of_year
from dashboard.data.comparisons import Estimate, changed_over, focused
from dashboard.data.data_source import tables_of, version
from dashboard.data.detail_level import by_kind
from dashboard.data.detail_level import kept as kept_names
from dashboard.data.figures import Kept, applied, metric
from dashboard.data.reader_cache import kept_for_reader
from dashboard.figure import Figure, figure_part
from dashboard.filters.selection import Selection
from dashboard.insights import wording
from dashboard.insights.description import described
from metrics import Release, Unit, When
from metrics.engine.coverage import PROVISIONAL
from metrics.statistics.spend_drivers import Drivers
from metrics.statistics.spend_drivers import drivers as found

GROUPS: Final = ["Secure and children's homes", "Foster care", "Supported accommodation", "Other residential"]
"""The four groups of spend that are told apart, the same in every view."""


PARTS: Final = {
    "volume": "Volume: more or fewer days",
    "mix": "Mix: dearer or cheaper types",
    "need": "Need: higher or lower",
    "price": "Price: for the same need",
}
"""The parts of a change in spend, in words."""


WHOLE: Final = "Whole change"


@kept_for_reader(500)
def by_month(chosen: Selection) -> pl.DataFrame:
    """Give the focus's spend by month and placement group."""
    return by_kind("placement_group", lambda kind: focused("spend", chosen, ("month", kind)))


@kept_for_reader(500)
def change(chosen: Selection) -> pl.DataFrame:
    """Give the change in spend on the year before by its parts, and the whole last: series, and a figure's columns."""
    parts = changed_over("change_in_spend", chosen, ("component",))
    named = parts.with_columns(series=pl.col("component").cast(pl.String).replace(PARTS)).drop("component")
    whole = changed_over("change_in_spend", chosen).with_columns(series=pl.lit(WHOLE))
    return pl.concat([named, whole.select(named.columns)]) if named.height else named


def drivers(chosen: Selection) -> Drivers | None:
    """Give what drove the change in spend, and how sure that is; None where a part is hidden or there is none."""
    parts = change(chosen)
    if parts.is_empty() or parts["value"].has_nulls():
        return None
    where = applied("change_in_spend", of_year("change_in_spend", chosen.where(focused=True), chosen.when).where)
    return _drivers(tuple(sorted(where.items())), (chosen.start, chosen.end), scope().release, version())


@kept(500)
def _drivers(where: Kept, span: tuple[date, date], release: Release, version: str) -> Drivers | None:
    return found(tables_of(version), dict(where), When(*span), release)


def drive_ahead(chosen: Selection) -> None:
    """Find what drove spend of the consortium and of each borough: resampling children takes a while."""
    for focus in (None, *chosen.boroughs):
        drivers(replace(chosen, focus=focus))


def drive_again(before: str, newest: str) -> None:
    """Find in newer data what was asked of those before."""
    _drivers.ahead(before, newest, inf)


NAMED: Final = 2
"""Parts of a change that a title names, at most."""


def spent(total: Estimate, change: Estimate, way: int) -> str:
    """Say what was spent and how that compares with the year before.

    `way` is which way it is claimed to have gone, 0 where children who come and go by chance may make as much.
    """
    if total.value is None:
        return f"Spend on placements: {total.mark or '[x]'}"
    now = f"{total.series} spent {pounds(total.value)} on placements"
    if wording.sure(change) is None or change.value is None:
        return wording.short(now, f"Spend on placements: {pounds(total.value)}")
    if round(change.value) == 0:
        return wording.short(f"{now}, as the year before", f"Spend {pounds(total.value)}, as the year before")
    by = f"{abs(change.value):.0f}% {'more' if change.value > 0 else 'less'}"
    than = f"{by} than the year before" if way * change.value > 0 else f"no clear change ({by})"
    if change.without:
        than = f"{than}, {wording.without(change)}"
    return wording.short(f"{now}, {than}", f"Spend {pounds(total.value)}, {than}", than)


def without(change: Estimate) -> str:
    """Say who is left out of a change on the year before; nothing where nobody is."""
    words = wording.without(change)
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
    return wording.short(f"{both[:1].upper()}{both[1:]}; {way}", f"{named[0][:1].upper()}{named[0][1:]}; {way}")


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


@figure_part("Spend by month")
def spend_figure(selection: Selection, note: str) -> Figure:
    """Give spend by month in four groups."""
    growth = comparisons.change("spend_change", selection)
    return described(
        Figure(
            metric=metric("spend"),
            rows=by_month(selection),
            chart=areas,
            selection=selection,
            title=spent(comparisons.one("spend", selection), growth, change_way("spend", selection)),
            note=note,
            options={"part": "placement_group", "kept": kept_names("placement_group", GROUPS)},
        )
    )


@figure_part("What moved spend")
def change_figure(selection: Selection, note: str) -> Figure:
    """Give what moved spend since the year before."""
    parts, found = change(selection), drivers(selection)
    left = without(comparisons.change("change_in_spend", selection))
    return described(
        Figure(
            metric=metric("change_in_spend"),
            rows=parts,
            chart=bridge,
            selection=selection,
            title=why(parts, WHOLE, found),
            note=" ".join(filter(None, (left, how_sure(found), note))),
        )
    )
