"""Small wordings that every finding is made of: a figure in its unit, names in a list, a title that is not too long."""

from collections.abc import Sequence
from typing import Final

from dashboard.charts.numbers import written
from dashboard.data.compared import Figure
from metrics import Metric

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
