"""Spend and weekly cost, shaped for the charts of the page about cost."""

from dataclasses import replace
from datetime import date
from math import inf
from typing import Final

import polars as pl

from dashboard.auth.current_user import scope
from dashboard.charts.chart_style import ENGLAND
from dashboard.data.benchmarks import OWN, Beside, beside
from dashboard.data.cache import kept
from dashboard.data.comparable_periods import of_year
from dashboard.data.comparisons import Figure, changed_over, focused, one
from dashboard.data.comparisons import beside as of_period
from dashboard.data.data_source import tables_of, version
from dashboard.data.detail_level import by_kind
from dashboard.data.figures import Kept, applied, figures
from dashboard.data.reader_cache import kept_for_reader
from dashboard.data.single_placements import points
from dashboard.filters.selection import Selection
from dashboard.insights.sentences import figure_of
from metrics import Release, When
from metrics.statistics.spend_drivers import Drivers
from metrics.statistics.spend_drivers import drivers as found

UNIT_COSTS: Final = {
    "unit_cost_children": "Children looked after",
    "unit_cost_fostering": "Fostering",
    "unit_cost_residential": "Residential",
}
"""Unit costs the published way, and their words on screen."""

GROUPS: Final = ["Secure and children's homes", "Foster care", "Supported accommodation", "Other residential"]
"""The four groups of spend that are told apart, the same in every view."""

FROM_PRICES: Final = "from prices"

PARTS: Final = {
    "volume": "Volume: more or fewer days",
    "mix": "Mix: dearer or cheaper types",
    "need": "Need: higher or lower",
    "price": "Price: for the same need",
}
"""The parts of a change in spend, in words."""

WHOLE: Final = "Whole change"

SIDE_BY_SIDE: Final = {
    "label": pl.String,
    "series": pl.String,
    "value": pl.Float64,
    "lower": pl.Float64,
    "upper": pl.Float64,
    "n": pl.Float64,
    "mark": pl.String,
}


@kept_for_reader(500)
def quartiles(chosen: Selection) -> pl.DataFrame:
    """Give the focus's weekly cost by placement type: lower_quartile, value (the median), upper_quartile."""
    by = ("placement_type",)
    ends = [
        focused(f"weekly_cost_{end}", chosen, by).select("placement_type", pl.col("value").alias(end))
        for end in ("lower_quartile", "upper_quartile")
    ]
    middle = focused("weekly_cost_median", chosen, by)
    joined = middle.join(ends[0], on="placement_type", how="left").join(ends[1], on="placement_type", how="left")
    return joined.filter(pl.col("n").is_null() | (pl.col("n") > 0))


@kept_for_reader(500)
def placements(chosen: Selection) -> pl.DataFrame:
    """Give every priced placement: placement_type, series (borough), value. No rows beyond the working release."""
    found = points("weekly_cost_median", ("placement_type", "borough", "weekly_cost"), chosen.where(), chosen.when)
    return found.rename({"borough": "series", "weekly_cost": "value"})


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


def published_year(chosen: Selection) -> Beside | None:
    """Give what was last published of the unit cost of all children: of the benchmarks chosen or else of England."""
    return beside("unit_cost_children", chosen, *(chosen.benchmarks or (ENGLAND,)))


@kept_for_reader(500)
def unit_costs(chosen: Selection) -> pl.DataFrame:
    """Give unit costs from local prices beside those published of the same year: label, series, a figure's columns.

    Where none is published, those of the period chosen beside the rest's.
    """
    rows = [row for slug, label in UNIT_COSTS.items() for row in _unit_cost(slug, label, chosen)]
    return pl.DataFrame(rows, schema=SIDE_BY_SIDE, orient="row")


def _unit_cost(slug: str, label: str, chosen: Selection) -> list[tuple[object, ...]]:
    told = beside(slug, chosen, *(chosen.benchmarks or (ENGLAND,)))
    if told is None:
        local = [(f"{figure.series}, {FROM_PRICES}", figure) for figure in _locals(slug, chosen)]
        return [_row(label, name, figure) for name, figure in local]
    others = [(f"{figure.series}, {OWN}", figure) for figure in told.others]
    own = [(f"{chosen.name}, {OWN}", told.own)] if told.own else []
    shown = [(f"{chosen.name}, {FROM_PRICES}", told.local), *others, *own]
    return [_row(label, name, figure) for name, figure in shown]


def _locals(slug: str, chosen: Selection) -> list[Figure]:
    return list(of_period(slug, chosen)) if chosen.focus else [one(slug, chosen)]


def _row(label: str, name: str, figure: Figure) -> tuple[object, ...]:
    return label, name, figure.value, figure.lower, figure.upper, figure.n, figure.mark


def known(chosen: Selection) -> Figure:
    """Give the share of the focus's children whose price is known, which every figure of cost rests on."""
    return one("cost_coverage", chosen)


def without_episode(chosen: Selection) -> Figure:
    """Give how many of the focus's prices have no episode and are in no figure of cost."""
    return one("priced_without_episode", chosen)


@kept_for_reader(500)
def medians(chosen: Selection, *, rest: bool = False) -> dict[str, Figure]:
    """Give the median weekly cost of the focus, or of the rest of the consortium, by placement type."""
    by = ("placement_type",)
    others = tuple(borough for borough in chosen.boroughs if borough != chosen.focus)
    if rest and not chosen.focus:
        return {}
    where = chosen.where() | {"borough": others} if rest else chosen.where(focused=True)
    rows = figures("weekly_cost_median", by, where=where, when=chosen.when)
    return {str(row["placement_type"]): figure_of(str(row["placement_type"]), row) for row in rows.to_dicts()}
