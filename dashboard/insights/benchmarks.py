"""What others published beside a local figure of the same date, in words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from dashboard.charts.chart_style import NEIGHBOURS
from dashboard.charts.number_format import MARKS, apart, day, signed
from dashboard.data import benchmarks, figures
from dashboard.data.benchmarks import OWN, Beside
from dashboard.data.comparisons import Estimate
from dashboard.filters.selection import Selection
from dashboard.insights.position import standing
from dashboard.insights.wording import said, sure, without
from metrics import Metric, Unit
from metrics.benchmarks.national_position import SIZES, Standing

NONE: Final = "No published figure of this measure."
A_SIZE: Final = "No benchmark: a total of another area says only how large it is."
PARAGRAPH: Final = "\n\n"
NO_PLACE: Final = "Place in England not known: too few authorities' figures are loaded."
NO_BOROUGH: Final = "Statistical neighbours are a borough's: choose one."

HALF: Final = {Unit.PERCENT: 0.5, Unit.PER_10000: 0.5, Unit.SCORE: 0.05, Unit.POUNDS_A_WEEK: 2.5}
"""Half of what publications round to, by unit."""


def when_of(metric: Metric, at: date) -> str:
    """Say of what time a published figure is: `at 31 March 2025`, or `in the year to 31 March 2025`."""
    is_year = metric.window_is_year or not metric.is_at_date
    return f"in the year to {day(at)}" if is_year else f"at {day(at)}"


def line(metric: Metric, asked: Sequence[str], found: Beside | None, focus: str | None) -> str:
    """Say in the line under a title what was published, of when and where, and the local figure of the same date."""
    if not asked:
        return ""
    if found is None:
        return NONE
    lacking = [A_SIZE] if metric.unit in SIZES else [NO_BOROUGH] if NEIGHBOURS in asked and focus is None else []
    parts = [f"{_named(figure)} {said(metric, figure)}" for figure in found.others]
    told = f"Published {when_of(metric, found.day)}: {', '.join([*parts, _ours(metric, found)])}."
    return " ".join([told, *lacking, found.note, *meanings(told)])


def both(metric: Metric, found: Beside) -> str:
    """Say that local and published figures are of one time, and how they differ."""
    return f"Both {when_of(metric, found.day)}. {found.note}"


def under(metric: Metric, found: Beside, name: str) -> str:
    """Say what published bars are that stand under those of boroughs."""
    return f"Last: {name} and as published, both {when_of(metric, found.day)}, rounded. {found.note}"


def _ours(metric: Metric, found: Beside) -> str:
    """The focus both ways: as published, and from its own returns at the same date."""
    own = f"{said(metric, found.own)} {OWN}, " if found.own else ""
    left = f", {without(found.local)}" if found.local.without else ""
    return f"{found.local.series} {own}{said(metric, found.local)} from local returns{left}"


def _named(figure: Estimate) -> str:
    return f"statistical neighbours (median of {figure.n:.0f})" if figure.series == NEIGHBOURS else figure.series


def meanings(words: str) -> list[str]:
    """Explain each mark that words hold."""
    return [f"{mark}: {MARKS[mark]}." for mark in MARKS if mark in words]


def compared(metric: Metric, asked: Sequence[str], found: Beside | None) -> list[tuple[str, str]]:
    """Say on a card how the local figure of the published date stands beside each benchmark: line, and its verdict.

    A difference is claimed only where the definition is the same and the local range leaves out the published figure,
    its rounding allowed for; of a median of ten nothing is claimed.
    """
    if not asked:
        return []
    if found is None or not found.others:
        return [(NONE if found is None else NO_BOROUGH, "about")]
    head = f"{found.local.series} {said(metric, found.local)} {when_of(metric, found.day)}; published:"
    told = [standing(metric, found.local, _rounded(metric, figure, found.is_same)) for figure in found.others]
    return [(head, "about"), *((each.line, each.word) for each in told)]


def _rounded(metric: Metric, figure: Estimate, is_same: bool) -> Estimate:
    half = HALF.get(metric.unit)
    if figure.value is None or half is None or not is_same or figure.series == NEIGHBOURS:
        return figure
    return replace(figure, lower=figure.value - half, upper=figure.value + half)


def defined(metric: Metric) -> str:
    """Say how a measure is defined here, where what is published of the same name is defined otherwise."""
    return f"{metric.title}, local: {' '.join(metric.definition.partition(PARAGRAPH)[0].split())}"


def place(metric: Metric, name: str, found: Standing | None) -> str:
    """Say in words where an authority stands among England's; nothing where it is not known."""
    if found is None:
        return ""
    first = "highest" if found.quartile.endswith(("highest", "lowest")) else "best"
    value = said(metric, Estimate(name, found.value, None, None, None, None))
    return (
        f"As published {when_of(metric, found.period_end)}, {name} ({value}) is in the {found.quartile} quarter of "
        f"{found.of} authorities in England: number {found.rank}, counted from the {first}."
    )


def difference(metric: Metric, local: Estimate | None, published: Estimate | None) -> str:
    """Write how far the local figure is from the published one; nothing where one of them is not shown.

    Of the figures as they are shown, since what is published is rounded.
    """
    if local is None or published is None or sure(local) is None or local.value is None or published.value is None:
        return ""
    gap = apart(local.value, published.value, metric.unit)
    if metric.unit is Unit.PERCENT:
        points = round(gap)
        return f"{points:+d} point{'' if abs(points) == 1 else 's'}" if points else "0 points"
    return signed(gap, metric.unit)


def words(slug: str, chosen: Selection) -> str:
    """Say what was published of a measure, beside the local figure of the same date; nothing where none was asked."""
    found = benchmarks.beside(slug, chosen) if chosen.benchmarks else None
    return line(figures.metric(slug), chosen.benchmarks, found, chosen.focus)
