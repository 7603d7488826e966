"""Every number of a pack is the metric's own, in the release of the pack."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from dashboard.charts.chart_style import CONSORTIUM
from dashboard.data.comparisons import Estimate
from dashboard.exports.pack.figures import NOT_KNOWN
from dashboard.exports.pack.model import Finding, Pack, Point
from dashboard.pages.cost.spend import PARTS, WHOLE
from metrics import METRICS, Release, When, measure
from metrics.dimensions.coarse_categories import BROAD
from tests.conftest import Tables

Told = tuple[float | None, ...]


@pytest.fixture(scope="module")
def again(loaded: Tables) -> Any:
    """Give what asks a metric again: the figures of each group, by the group's names."""

    @cache
    def asked(slug: str, by: tuple[str, ...], when: When) -> dict[tuple[str, ...], Told]:
        rows = measure(METRICS[slug], loaded, by=by, when=when, release=Release.BOARD)
        return {tuple(str(row[name]) for name in by): _told(row) for row in rows.iter_rows(named=True)}

    return asked


def _told(row: dict[str, Any]) -> Told:
    return tuple(row[name] for name in ("value", "lower", "upper", "n", "mark"))


def _of(figure: Estimate) -> Told:
    return (figure.value, figure.lower, figure.upper, figure.n, figure.mark)


def _asked(finding: Finding, point: Point) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """How a point is asked for: the groupings, and the names of its group."""
    if finding.metric.slug == "change_in_spend":
        component = next((part for part, words in PARTS.items() if words == point.who), "")
        return (("component",), (component,)) if point.who != WHOLE else ((), ())
    by = {
        "borough": "" if point.who == CONSORTIUM else point.who,
        "month": str(point.month or ""),
        BROAD.get(finding.dimension, finding.dimension): point.part.replace(NOT_KNOWN, "None"),
    }
    return tuple(name for name, value in by.items() if value), tuple(value for value in by.values() if value)


def _findings(content: Pack) -> Iterator[Finding]:
    return (finding for section in content.sections for finding in section.findings)


def test_every_point_of_every_chart_is_what_the_metric_gives(content: Pack, again: Any):
    wrong: list[tuple[str, Point]] = []
    for finding in _findings(content):
        for point in finding.points:
            by, names = _asked(finding, point)
            if again(finding.metric.slug, by, finding.when)[names] != _of(point.figure):
                wrong.append((finding.metric.slug, point))
    assert wrong == []


def test_every_cell_of_every_table_is_what_the_metric_gives(content: Pack, again: Any, asked: Any):
    for table in (content.boroughs, *(section.table for section in content.sections)):
        for who, cells in table.rows:
            by, names = ((), ()) if who == CONSORTIUM else (("borough",), (who,))
            for metric, cell in zip(table.metrics, cells, strict=True):
                assert _of(cell.figure) == again(metric.slug, by, asked.chosen.when)[names], (metric.slug, who)


def test_every_headline_is_what_the_metric_gives_of_the_period_or_its_last_month(content: Pack, again: Any, asked: Any):
    for each in content.headlines:
        slug, months = each.metric.slug, again(each.metric.slug, ("month",), asked.chosen.trend)
        assert _of(each.figure) in (again(slug, (), asked.chosen.when)[()], list(months.values())[-1]), slug


def test_nothing_hidden_has_a_number_beside_it(content: Pack):
    points = [point.figure for finding in _findings(content) for point in finding.points]
    cells = [cell.figure for section in content.sections for _, row in section.table.rows for cell in row]
    hidden = [figure for figure in points + cells if figure.mark == "[c]"]
    assert hidden, "the made-up children leave nothing to hide"
    assert {_of(figure)[:4] for figure in hidden} == {(None,) * 4}
