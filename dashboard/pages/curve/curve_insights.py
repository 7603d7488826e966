"""Turning the curve in words: what is expected if nothing changes, and whether the forecast was beaten."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.charts.number_format import day, month, written
from dashboard.insights.wording import short
from dashboard.pages.curve.curve_data import Curve
from dashboard.pages.curve.yearly_trends import over_years
from metrics import Metric, Unit
from metrics.statistics.judgement import Judgement, judged

IN_A_ROW: Final = 2
"""Months in a row beyond the forecast's range that count: one alone may be chance."""


@dataclass(frozen=True)
class Since:
    """The months since action began beside those that were expected: the last of both, and what may be said."""

    last: date
    value: float
    expected: float
    months: int
    way: int
    verdict: Judgement

    @property
    def is_early(self) -> bool:
        """Say whether there are too few months to say anything."""
        return self.months < IN_A_ROW


def since(curve: Curve) -> Since | None:
    """Hold what came against what was expected; None where nothing began or nothing could be forecast."""
    came = curve.seen.join(curve.expected, on="month", suffix="_expected").sort("month")
    if came.is_empty():
        return None
    sides = [(row["value"] > row["upper_expected"]) - (row["value"] < row["lower_expected"]) for row in came.to_dicts()]
    last, tail = came.row(-1, named=True), set(sides[-IN_A_ROW:])
    way = tail.pop() if len(tail) == 1 and len(sides) >= IN_A_ROW else 0
    verdict = judged(way, curve.metric.polarity)
    return Since(last["month"], last["value"], last["value_expected"], came.height, way, verdict)


def title(curve: Curve) -> str:
    """Give the finding over the chart: whether the forecast is beaten, else what is expected."""
    found = since(curve)
    if curve.coming.is_empty() and found is None:
        why = "too many hidden months" if too_many_hidden(curve) else "too few months"
        return short(f"{curve.metric.title}: {why} for a forecast", f"{why.capitalize()} for a forecast")
    return _ahead(curve) if found is None else _against(curve.metric, found)


def _ahead(curve: Curve) -> str:
    last = curve.coming.row(-1, named=True)
    value, low, high = (written(last[name], curve.metric.unit) for name in ("value", "lower", "upper"))
    return short(f"If nothing changes: {value} in {month(last['month'])} ({low} to {high})")


def _against(metric: Metric, found: Since) -> str:
    value, expected = (written(number, metric.unit) for number in (found.value, found.expected))
    if found.is_early:
        return "Too early to say whether the forecast is beaten"
    if not found.way:
        return f"No clear difference from the forecast: {value}, and {expected} was expected"
    beside = f"{value} where {expected} was expected"
    if found.verdict is Judgement.BETTER:
        return f"Beating the forecast, a success: {beside}"
    word = "Worse" if found.verdict is Judgement.WORSE else found.verdict.value.capitalize()
    return f"{word} than the forecast: {beside}"


def note(curve: Curve) -> str:
    """Say what the forecast is made of, what takes no part in it, how far off it has been; and the last five years."""
    if too_many_hidden(curve):
        return f"{curve.hidden} months are hidden: those that are shown cannot speak for them."
    if curve.coming.is_empty():
        return f"A forecast needs twelve months that are shown, with an April after a March. {_hidden(curve)}".strip()
    parts = [f"Forecast: {curve.method}, 95% range, from {curve.taught} months{_whole(curve)}."]
    return " ".join(filter(None, [*parts, _hidden(curve), _error(curve), over_years(curve.metric, curve.history)]))


def too_many_hidden(curve: Curve) -> bool:
    """Say whether so many months are hidden that nothing is forecast from the others."""
    return bool(curve.hidden) and not curve.taught and not curve.seen.is_empty()


def _whole(curve: Curve) -> str:
    """Where a break in series leaves months out, say so."""
    return " since the break in series" if curve.taught < curve.seen.height else " that are shown"


def _hidden(curve: Curve) -> str:
    if not curve.hidden:
        return ""
    many = f"{curve.hidden} hidden month{'s' * (curve.hidden != 1)}"
    return f"{many} take{'s' * (curve.hidden == 1)} no part in it."


def _error(curve: Curve) -> str:
    """The back-test, in the measure's unit."""
    if curve.tested is None:
        return "Too few months to test it on the past."
    error, naive = (_size(number, curve.metric.unit) for number in (curve.tested.error, curve.tested.naive))
    beside = "" if error == naive else f"; the last value carried forward by {naive}"
    return f"Tried on the past {curve.tested.times} times, a year ahead it was off by {error} on average{beside}."


def _size(number: float, unit: Unit) -> str:
    if unit is Unit.PERCENT:
        return f"{number:.1f} points"
    return written(number, unit) if abs(number) >= 10 or unit in (Unit.POUNDS, Unit.POUNDS_A_WEEK) else f"{number:.1f}"


def explained(curve: Curve) -> str:
    """Say what beating the forecast rests on."""
    found = since(curve)
    if curve.start is None or found is None:
        return ""
    return (
        f"Action counts from {day(curve.start)}. What was expected is forecast from the months before it; "
        f"{IN_A_ROW} months in a row beyond its 95% range are needed to say more than no clear difference."
    )
