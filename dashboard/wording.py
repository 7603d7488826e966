"""What every finding is made of: whether two figures differ, a figure in its unit, names in a list, a short title."""

from collections.abc import Sequence
from typing import Final

from dashboard.charts.numbers import written
from dashboard.data.compared import Figure
from metrics import Metric
from metrics.coverage import PROVISIONAL

LONGEST: Final = 12
"""Words in a title."""


def listed(names: Sequence[str]) -> str:
    """List up to two names; more are counted. A comma parts names that hold an "and" of their own."""
    if len(names) > 2:
        return f"{len(names)} boroughs"
    return (", " if any(" and " in name for name in names) else " and ").join(names)


def figure_of(series: str, row: dict[str, object]) -> Figure:
    """Read a figure from a row of figures."""
    value, lower, upper, n = (_number(row.get(name)) for name in ("value", "lower", "upper", "n"))
    mark = row.get("mark")
    return Figure(series, value, lower, upper, n, mark if isinstance(mark, str) else None)


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def said(metric: Metric, figure: Figure) -> str:
    """Write a figure in its unit."""
    return written(figure.value, metric.unit, figure.mark, figure.n)


def short(*wordings: str) -> str:
    """Give the first wording of at most twelve words, else the last cut short."""
    fits = next((words for words in wordings if len(words.split()) <= LONGEST), None)
    return fits or " ".join(wordings[-1].split()[:LONGEST])


def direction(mine: Figure, other: Figure) -> int:
    """Give 1 or -1 when two figures differ beyond their 95% intervals, else 0.

    Each interval must leave out the other figure. Where neither has an interval nothing is claimed, nor where one of
    them is provisional: a part of a period, or of the boroughs, is no change and no difference.
    """
    if mine.value is None or other.value is None or PROVISIONAL in (mine.mark, other.mark):
        return 0
    sides = {_side(mine, other.value), -_side(other, mine.value)} - {None}
    return sides.pop() if len(sides) == 1 else 0


def have_ranges(*figures: Figure) -> bool:
    """Without ranges (a total, a release that keeps them back) nothing is said of a difference, not even none.

    Nor is it where a figure is provisional.
    """
    return all(figure.lower is not None and figure.mark != PROVISIONAL for figure in figures)


def sure(figure: Figure) -> float | None:
    """Give the value of a figure of which something may be claimed; None where it is provisional."""
    return None if figure.mark == PROVISIONAL else figure.value


def without(figure: Figure) -> str:
    """Name the boroughs that a figure and the one it is held against leave out: `both without Ealing`; else nothing."""
    if not figure.without:
        return ""
    *others, last = figure.without
    return f"both without {', '.join(others)} and {last}" if others else f"both without {last}"


def beside(metric: Metric, mine: Figure, before: Figure) -> str:
    """Write an earlier figure by its name: `A year before 20%`; `..., now 18%, both without Ealing` of fewer."""
    name = f"{before.series[:1].upper()}{before.series[1:]} {said(metric, before)}"
    return f"{name} (now {said(metric, mine)}, {without(before)})" if before.without else name


def _side(figure: Figure, value: float) -> int:
    if figure.lower is None or figure.upper is None:
        return 0
    return (figure.lower > value) - (figure.upper < value)
