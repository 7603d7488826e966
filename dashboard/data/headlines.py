"""The eight headline measures: months by borough, asked once, that cards, sentences and the matrix all draw from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import polars as pl

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data.comparable_periods import of_year
from dashboard.data.comparisons import YEAR_BEFORE, Estimate, by_borough, one, over_time
from dashboard.data.comparisons import beside as of_period
from dashboard.data.figures import figures, metric
from dashboard.data.measure_names import words
from dashboard.data.reader_cache import kept_for_reader
from dashboard.filters.selection import Selection
from metrics import Metric, When

A_YEAR: Final = 12
"""Months from a month to the same a year before."""

Month = tuple[date, Estimate]


@dataclass(frozen=True)
class Headline:
    """A headline measure: its page, and the measure that is compared where size must not decide."""

    slug: str
    page: str
    judged_by: str

    @property
    def metric(self) -> Metric:
        """The measure's card."""
        return metric(self.slug)

    @property
    def judge(self) -> Metric:
        """The card of the measure that is compared."""
        return metric(self.judged_by)

    @property
    def chooses(self) -> dict[str, str]:
        """What a link to the page sets besides the filters."""
        return {"measure": words(self.judge)} if self.page == "Compare" else {}


HEADLINES: Final = tuple(
    Headline(slug, page, judge or slug)
    for slug, page, judge in (
        ("children_looked_after", "Compare", "rate_per_10000"),
        ("weekly_cost", "Cost", None),
        ("annualised_spend", "Cost", None),
        ("outside_borough", "Out of area", None),
        ("over_20_miles_lait", "Out of area", None),
        ("secure_and_childrens_homes", "Placement mix", None),
        ("missing_share", "Missing from home", None),
        ("three_or_more_placements", "Compare", None),
    )
)


def months(slug: str, chosen: Selection) -> list[Month]:
    """Give the focus's months, or the whole consortium's, in order."""
    return history(slug, chosen)[chosen.focus] if chosen.focus else _consortium(slug, chosen)


@kept_for_reader(500)
def history(slug: str, chosen: Selection) -> dict[str, list[Month]]:
    """Give the months of each borough in alphabetical order."""
    frame = figures(slug, ("borough", "month"), where=chosen.where(), when=chosen.trend)
    parts = frame.with_columns(pl.col("borough").cast(pl.String)).partition_by("borough", as_dict=True)
    return {name: _months(name, parts.get((name,), frame.clear())) for name in chosen.boroughs}


def everyone(slug: str, chosen: Selection) -> dict[str, list[Month]]:
    """Give the months of each borough, and the consortium's last."""
    return history(slug, chosen) | {CONSORTIUM: _alike(slug, chosen)}


@kept_for_reader(500)
def _alike(slug: str, chosen: Selection) -> list[Month]:
    """Give the consortium's months, without the boroughs that no return speaks of at the end or a year before."""
    same = of_year(slug, chosen.where(), chosen.when)
    return _months(CONSORTIUM, figures(slug, ("month",), where=same.where, when=chosen.trend))


@kept_for_reader(500)
def _consortium(slug: str, chosen: Selection) -> list[Month]:
    return _months(CONSORTIUM, figures(slug, ("month",), where=chosen.where(), when=chosen.trend))


def _months(who: str, frame: pl.DataFrame) -> list[Month]:
    rows = frame.sort("month").iter_rows(named=True)
    return [(row["month"], figure_of(who, row)) for row in rows]


def figure_of(who: str, row: Mapping[str, float | None]) -> Estimate:
    """Read a figure from a row of figures."""
    mark = row["mark"]
    value, lower, upper, n = (row[name] for name in ("value", "lower", "upper", "n"))
    return Estimate(who, value, lower, upper, n, str(mark) if mark else None, row["denominator"])


def is_level(metric: Metric) -> bool:
    """Say whether the last month's figure is the period's: one at a date, or of the twelve months to it."""
    return metric.is_at_date or metric.window_is_year


def now(slug: str, chosen: Selection) -> Estimate:
    """Give the focus's figure for the period chosen."""
    run = months(slug, chosen) if is_level(metric(slug)) else []
    return run[-1][1] if run else one(slug, chosen)


def beside(slug: str, chosen: Selection) -> tuple[Estimate, Estimate]:
    """Give the focus's figure and what a card compares it with: the rest; of the whole and of totals a year before."""
    if is_level(metric(slug)) and (metric(slug).is_total or chosen.focus is None):
        return pairs(slug, chosen).get(chosen.name) or of_period(slug, chosen)
    return of_period(slug, chosen)


def year_before(run: Sequence[Month]) -> Estimate:
    """Give the figure twelve months before the last."""
    if len(run) <= A_YEAR:
        return Estimate(YEAR_BEFORE, None, None, None, None, "[x]")
    return replace(run[-1 - A_YEAR][1], series=YEAR_BEFORE)


@kept_for_reader(500)
def pairs(slug: str, chosen: Selection) -> dict[str, tuple[Estimate, Estimate]]:
    """Give each borough's figure and the consortium's, last, with the same a year before.

    The consortium's are of the boroughs that returns speak of both times.
    """
    if is_level(metric(slug)):
        found = {who: (run[-1][1], year_before(run)) for who, run in everyone(slug, chosen).items() if run}
        without = of_year(slug, chosen.where(), chosen.when).without
        both = {CONSORTIUM: found[CONSORTIUM]} if CONSORTIUM in found else {}
        return found | {who: _without(without, *figures) for who, figures in both.items()}
    return of_two(slug, chosen, chosen.when.before(), YEAR_BEFORE)


def _without(names: tuple[str, ...], mine: Estimate, then: Estimate) -> tuple[Estimate, Estimate]:
    return replace(mine, without=names), replace(then, without=names)


def of_two(slug: str, chosen: Selection, then: When, words: str) -> dict[str, tuple[Estimate, Estimate]]:
    """Give the same of the period chosen and of any earlier one, by its name."""
    this, last = (_by_name(by_borough(slug, chosen, when=when)) for when in (chosen.when, then))
    unknown = Estimate(words, None, None, None, None, "[x]")
    found = {who: (mine, replace(last.get(who, unknown), series=words)) for who, mine in this.items()}
    return found | {CONSORTIUM: over_time(slug, replace(chosen, focus=None), chosen.when, then, words)}


def _by_name(frame: pl.DataFrame) -> dict[str, Estimate]:
    return {row["series"]: figure_of(row["series"], row) for row in frame.iter_rows(named=True)}
