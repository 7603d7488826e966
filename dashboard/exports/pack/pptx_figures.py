"""A finding as a chart of the presentation's own, which can be edited there: its figures are in it, none drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE

from dashboard.charts.number_format import MONEY, WHOLE
from dashboard.charts.top_groups import OTHER
from dashboard.exports.pack.model import Finding, Point
from loaders.spreadsheet_safety import headings
from metrics import Unit

Values = tuple[float | None, ...]

LEVELS: Final = {"mean": "Mean", "low": "Lower limit", "high": "Upper limit"}
"""The lines of a process-control chart in words."""


@dataclass(frozen=True)
class Grid:
    """What a chart is drawn from: categories, and the values of each series in their order."""

    categories: tuple[str, ...] | tuple[date, ...]
    series: tuple[tuple[str, Values], ...]


def grid(finding: Finding) -> Grid:
    """Lay a finding out by category and series: months in order, or names. A hidden figure is a gap, never a zero."""
    points = _merged(finding) if finding.dimension else finding.points
    across = [_month(point.month) if point.month else point.who for point in points]
    lines = [point.part or (point.who if finding.kind == "line" else finding.metric.title) for point in points]
    held = {(line, name): point.figure.value for line, name, point in zip(lines, across, points, strict=True)}
    names = [name for name in dict.fromkeys(across) if isinstance(name, str)]
    months = sorted({month for month in across if isinstance(month, date)})
    series = [(line, tuple(held.get((line, name)) for name in (months or names))) for line in dict.fromkeys(lines)]
    levels = [(LEVELS[name], values) for name, values in finding.levels]
    return Grid(tuple(months) or tuple(names), (*series, *levels))


def _month(day: date) -> date:
    """The first of a month: what was published at its last day stands with our figures of that month."""
    return day.replace(day=1)


def _merged(finding: Finding) -> list[Point]:
    """Put the parts without a colour of their own together; together they are hidden where one of them is."""
    told: dict[tuple[str, Any, str], Point] = {}
    for point in finding.points:
        part = point.part if point.part in finding.kept else OTHER
        key = (point.who, point.month, part)
        before = told.get(key)
        told[key] = replace(point, part=part, figure=_sum(before, point) if before else point.figure)
    return sorted(told.values(), key=lambda point: _rank(point.part, finding.kept))


def _sum(one: Point, other: Point) -> Any:
    first, second = one.figure.value, other.figure.value
    value = None if first is None or second is None else first + second
    return replace(other.figure, value=value, lower=None, upper=None, n=None)


def _rank(part: str, kept: Sequence[str]) -> int:
    return kept.index(part) if part in kept else len(kept)


def chart_type(finding: Finding) -> Any:
    """Give the kind of chart that a slide draws."""
    if finding.kind == "line":
        return XL_CHART_TYPE.LINE
    if finding.kind == "bar":
        return XL_CHART_TYPE.BAR_CLUSTERED
    is_over_months = any(point.month for point in finding.points)
    return XL_CHART_TYPE.COLUMN_STACKED if is_over_months else XL_CHART_TYPE.BAR_STACKED


def chart_data(finding: Finding) -> CategoryChartData:
    """Give the figures of a finding as the presentation keeps them: in a workbook, so no name may start a formula."""
    laid = grid(finding)
    data = CategoryChartData(number_format=number_format(finding.metric.unit))
    names = [name for name in laid.categories if isinstance(name, str)]
    for category in headings(names) or laid.categories:
        data.add_category(category)
    for name, (_, values) in zip(headings([name for name, _ in laid.series]), laid.series, strict=True):
        data.add_series(name, values)
    return data


def short_format(unit: Unit) -> str:
    """Give the format for axes and labels: pounds in millions from there on."""
    return '[>=1000000]"£"0.0,,"m";"£"#,##0' if unit in MONEY else number_format(unit)


def number_format(unit: Unit) -> str:
    """Give the format of a unit's numbers in Office."""
    if unit is Unit.PERCENT:
        return '0"%"'
    if unit in MONEY:
        return '"£"#,##0'
    return "#,##0" if unit in WHOLE else "#,##0.0"
