"""The eight headline measures: months by borough, asked once, that cards, sentences and the matrix all draw from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from dashboard.charts.look import CONSORTIUM
from dashboard.data.compared import Figure, by_borough, one, reference
from dashboard.data.figures import figures, metric
from dashboard.data.for_reader import kept_for_reader
from dashboard.data.measures import words
from dashboard.filters.selection import Selection
from metrics import Metric, Statistic

A_YEAR: Final = 12
"""Months from a month to the same a year before."""

Month = tuple[date, Figure]


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
    return history(slug, chosen) | {CONSORTIUM: _consortium(slug, chosen)}


@kept_for_reader(500)
def _consortium(slug: str, chosen: Selection) -> list[Month]:
    return _months(CONSORTIUM, figures(slug, ("month",), where=chosen.where(), when=chosen.trend))


def _months(who: str, frame: pl.DataFrame) -> list[Month]:
    rows = frame.sort("month").iter_rows(named=True)
    return [(row["month"], figure_of(who, row)) for row in rows]


def figure_of(who: str, row: Mapping[str, float | None]) -> Figure:
    """Read a figure from a row of figures."""
    mark = row["mark"]
    value, lower, upper, n = (row[name] for name in ("value", "lower", "upper", "n"))
    return Figure(who, value, lower, upper, n, str(mark) if mark else None, row["denominator"])


def is_level(metric: Metric) -> bool:
    """Say whether the last month's figure is the period's: one at a date, or of the twelve months to it."""
    return metric.is_at_date or metric.window_is_year


def now(slug: str, chosen: Selection) -> Figure:
    """Give the focus's figure for the period chosen."""
    return months(slug, chosen)[-1][1] if is_level(metric(slug)) else one(slug, chosen)


def held_against(slug: str, chosen: Selection) -> Figure:
    """Give what a card compares with: the rest of the consortium; a year before for the whole of it and for totals."""
    is_total = metric(slug).statistic in (Statistic.TOTAL, Statistic.COUNT)
    if chosen.focus and not is_total:
        return reference(slug, chosen)
    if is_level(metric(slug)):
        return year_before(months(slug, chosen))
    return reference(slug, chosen)


def year_before(run: Sequence[Month]) -> Figure:
    """Give the figure twelve months before the last."""
    if len(run) <= A_YEAR:
        return Figure("a year before", None, None, None, None, "[x]")
    before = run[-1 - A_YEAR][1]
    return Figure("a year before", before.value, before.lower, before.upper, before.n, before.mark, before.denominator)


@kept_for_reader(500)
def pairs(slug: str, chosen: Selection) -> dict[str, tuple[Figure, Figure]]:
    """Give each borough's figure and the consortium's, last, with the same a year before."""
    if is_level(metric(slug)):
        return {who: (run[-1][1], year_before(run)) for who, run in everyone(slug, chosen).items() if run}
    this, last = (_by_name(by_borough(slug, chosen, when=when)) for when in (chosen.when, chosen.when.before()))
    unknown = Figure("a year before", None, None, None, None, "[x]")
    return {who: (figure, last.get(who, unknown)) for who, figure in this.items()}


def _by_name(frame: pl.DataFrame) -> dict[str, Figure]:
    return {row["series"]: figure_of(row["series"], row) for row in frame.iter_rows(named=True)}
