"""Whether a target will be met, in words: the forecast at the target's day against it."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.charts.number_format import day, month, written
from dashboard.data.forecasts import A_YEAR, made_from, telling
from dashboard.filters.selection import month_ends, months_before
from dashboard.pages.curve.curve_data import Curve
from metrics import Metric, Polarity
from metrics.statistics.forecast import Forecast
from metrics.statistics.target_assurance import NOT_JUDGED, Assurance, Judged, assured
from store.plans.targets import Goal

FURTHEST: Final = 36
"""Months ahead for which a target is judged, at most."""

IN_TEN: Final = 10


@dataclass(frozen=True)
class Looked:
    """A target judged at the end of a month, with what it is judged by; None where nothing can be forecast to it."""

    judged: Judged
    at: date
    found: Forecast | None
    is_far: bool = False


def looked(curve: Curve) -> Looked | None:
    """Judge the target; None without one or without a month to begin from."""
    told, goal = telling(curve.metric, curve.history), curve.goal
    if goal is None or told.is_empty():
        return None
    last: date = told["month"][-1]
    at = _day(goal, last)
    ahead = len(month_ends(last, at)) - 1
    if ahead > FURTHEST:
        return Looked(NOT_JUDGED, at, None, is_far=True)
    found = made_from(curve.metric, told, ahead)
    return Looked(assured(found, goal.value, curve.metric.polarity), at, found)


def _day(goal: Goal, last: date) -> date:
    """Give the month's end to judge it at: its first where it is to come; else its last, a year ahead at most."""
    coming, furthest = _months_on(last, 1), _months_on(last, A_YEAR)
    wanted = goal.since if goal.since > last else min(goal.until or furthest, furthest)
    return _months_on(max(wanted, coming), 0)


def _months_on(last: date, months: int) -> date:
    """Give the end of the month that is so many after a day's."""
    first = months_before(last, 1 - months)
    return month_ends(first, first)[0]


def title(curve: Curve) -> str:
    """Give the finding over the target."""
    goal, seen = curve.goal, looked(curve)
    if goal is None:
        return "No target is set"
    value = written(goal.value, curve.metric.unit)
    if seen is None or seen.judged.word is Assurance.NOT_JUDGED:
        return f"Target {value}: not judged"
    return f"Target {value}: {seen.judged.word.value} by {month(seen.at)} if nothing changes"


def lines_of(curve: Curve) -> list[str]:
    """Say from when the target holds, what is forecast for its day, and why it is not judged, where it is not."""
    goal, seen = curve.goal, looked(curve)
    if goal is None:
        return ["A target is a value that the measure is to reach, from a day on."]
    until = f" to {day(goal.until)}" if goal.until else ""
    lines = [f"From {day(goal.since)}{until}."]
    if seen is None:
        return [*lines, "Too few months are shown to hold against it."]
    last = curve.seen.row(-1, named=True)
    lines.append(f"Last {written(last['value'], curve.metric.unit)}, {month(last['month'])}{_forecast(curve, seen)}.")
    if seen.judged.word is Assurance.NOT_JUDGED:
        lines.append(_not_judged(curve.metric, seen))
    return [*lines, *_chance(seen.judged)]


def _forecast(curve: Curve, seen: Looked) -> str:
    if seen.found is None:
        return ""
    low, high = (written(ends[-1], curve.metric.unit) for ends in (seen.found.lower, seen.found.upper))
    return f"; forecast for {month(seen.at)} if nothing changes: {low} to {high}"


def _chance(judged: Judged) -> list[str]:
    """Say how likely a possible one is: about so many in ten, one at the least and nine at the most."""
    if judged.word is not Assurance.POSSIBLE or judged.chance is None:
        return []
    return [f"Chance of meeting it: about {min(max(round(judged.chance * IN_TEN), 1), IN_TEN - 1)} in {IN_TEN}."]


def _not_judged(metric: Metric, seen: Looked) -> str:
    if metric.polarity is Polarity.NEITHER:
        return "Neither way is good of this measure, so no target is judged."
    if seen.is_far:
        return f"It is more than {FURTHEST // A_YEAR} years ahead: too far to judge."
    return "Too few months are shown to forecast it."
