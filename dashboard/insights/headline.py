"""A headline measure in words: of what time it is, how it stands, what its small months show."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dashboard.charts.number_format import month, written
from dashboard.data import headlines
from dashboard.data.claims import way_beside
from dashboard.data.headlines import Headline, Month
from dashboard.filters.selection import Selection
from dashboard.insights.position import Standing, standing
from dashboard.insights.wording import said
from metrics import Metric, When

SMALL_MONTHS: Final = 13
"""Months that are drawn small beside a figure: a year and the month before it."""


def period(metric: Metric, span: When) -> str:
    """Say of what time a figure is: `at 30 Sep 2026`, `year to 30 Sep 2026`, `Oct 2025 to Sep 2026`."""
    last = f"{span.end:%-d %b %Y}"
    if metric.window_is_year:
        return f"year to {last}"
    return f"at {last}" if metric.is_at_date else f"{month(span.start)} to {month(span.end)}"


def shape(metric: Metric, run: Sequence[Month]) -> str:
    """Say in words what the small months show."""
    seen = [(when, figure.value) for when, figure in run if figure.value is not None]
    if not seen:
        return "No month may be shown"
    values = [value for _, value in seen]
    ends = [f"{written(value, metric.unit)} in {month(when)}" for when, value in (seen[0], seen[-1])]
    low, high = written(min(values), metric.unit), written(max(values), metric.unit)
    return f"Month by month from {ends[0]} to {ends[1]}; lowest {low}, highest {high}"


def rate(headline: Headline, chosen: Selection) -> str:
    """Give the figure on the measure that allows for size, with its unit; nothing where the headline itself does."""
    judge = headline.judge
    return "" if judge is headline.metric else f"{said(judge, headlines.now(judge.slug, chosen))} {judge.unit.value}"


def beside(headline: Headline, chosen: Selection) -> Standing:
    """Hold the focus against the rest or a year before, on the measure that allows for size."""
    judge = headline.judge
    mine, other = headlines.beside(judge.slug, chosen)
    found = standing(judge, mine, other, way_beside(judge.slug, other, chosen))
    if judge is headline.metric or other.value is None:
        return found
    told = said(judge, other)
    return replace(found, line=found.line.replace(told, f"{told} {judge.unit.value}", 1))
