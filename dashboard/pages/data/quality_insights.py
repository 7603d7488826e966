"""What the years say of the data: fewer rows with a finding than before, more, or no clear difference."""

from collections.abc import Mapping, Sequence

from dashboard.charts.number_format import written
from metrics import Unit

Year = Mapping[str, float | None]


def getting_better(years: Sequence[Year]) -> str:
    """Say whether the share of rows with a finding has changed. `years`: by_year's rows, the newest first."""
    if not years:
        return "Nothing is loaded yet"
    last, first = years[0], years[-1]
    now = f"{_percent(last)} of rows flagged in {last['return_year']}"
    if len(years) == 1:
        return now[:1].upper() + now[1:]
    then = f"{_percent(first)} in {first['return_year']}"
    word = _direction(last, first)
    return f"{word}: {now}, {then}" if word else f"No clear change: {now}, {then}"


def _direction(last: Year, first: Year) -> str:
    """Say which way, where the ranges do not meet."""
    if _less(last["upper"], first["lower"]):
        return "Better"
    return "Worse" if _less(first["upper"], last["lower"]) else ""


def _less(low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low < high


def _percent(year: Year) -> str:
    return written(year["value"], Unit.PERCENT)
