"""Whether a target will be met, in words: the usual range of the last months against it."""

from dataclasses import replace
from typing import Final

from dashboard.charts.numbers import day, month, written
from dashboard.data.ahead import telling
from dashboard.data.curve import Curve
from metrics import Metric, Polarity
from metrics.assurance import Assurance, assured
from metrics.step import stepped_at
from metrics.variation import Process, process

LOOKED_BACK: Final = 24
"""Months that the usual range rests on, at most."""


def assurance(curve: Curve) -> tuple[Assurance, Process] | None:
    """Judge whether the target is met as things are, with the usual range; None without a target or a month."""
    seen, goal = telling(curve.metric, curve.history.tail(LOOKED_BACK)), curve.goal
    if goal is None or seen.is_empty():
        return None
    values = seen["value"].to_list()
    run = _widened(curve.metric, process(values[stepped_at(values) or 0 :]), seen.row(-1, named=True))
    return assured(run, goal.value, curve.metric.polarity), run


def _widened(metric: Metric, run: Process, last: dict[str, float | None]) -> Process:
    """Months that share their children vary less than chance allows: the interval counts where it is wider."""
    lower, upper = last["lower"], last["upper"]
    if lower is None or upper is None or not (metric.is_at_date or metric.window_is_year):
        return run
    return replace(run, lower=min(run.lower, lower), upper=max(run.upper, upper))


def title(curve: Curve) -> str:
    """Give the finding over the target."""
    goal, found = curve.goal, assurance(curve)
    if goal is None:
        return "No target is set"
    value = written(goal.value, curve.metric.unit)
    if found is None or found[0] is Assurance.NOT_JUDGED:
        return f"Target {value}: not judged"
    end = "" if found[0] is Assurance.HIT_OR_MISS else " if nothing changes"
    return f"Target {value}: {found[0].value}{end}"


def lines_of(curve: Curve) -> list[str]:
    """Say from when the target holds, what the usual range is, and why it is not judged, where it is not."""
    goal, found = curve.goal, assurance(curve)
    if goal is None:
        return ["A target is a value that the measure is to reach, from a day on."]
    until = f" to {day(goal.until)}" if goal.until else ""
    lines = [f"From {day(goal.since)}{until}."]
    if found is None:
        return [*lines, "Too few months are shown to hold against it."]
    assured_as, run = found
    low, high = written(run.lower, curve.metric.unit), written(run.upper, curve.metric.unit)
    last = curve.seen.row(-1, named=True)
    lines.append(
        f"Last {written(last['value'], curve.metric.unit)}, {month(last['month'])}; usual range {low} to {high}."
    )
    if assured_as is Assurance.NOT_JUDGED:
        lines.append(_not_judged(curve.metric))
    return lines


def _not_judged(metric: Metric) -> str:
    if metric.polarity is Polarity.NEITHER:
        return "Neither way is good of this measure, so no target is judged."
    return "Fewer than twelve months since its level last changed: too few to judge."
