"""A lasting step told apart from a drift and from single months out of line."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, linear_regression

from metrics.statistics.change_point import stepped_at
from metrics.statistics.control_chart import Process, Signal


@dataclass(frozen=True)
class Step:
    """A level that changed for good: the place of its first point, which way, and the means before and after."""

    at: int
    way: int
    before: float
    after: float


def step_of(run: Process) -> Step | None:
    """Give the step that the last point still stands on; None without one.

    Ranks must show it, months that resemble each other allowed for, and two levels must fit better than a straight
    line, which would be a drift; the last month must not be unusual on the other side.
    """
    values, at = run.values, stepped_at(list(run.values))
    if at is None:
        return None
    before, after = fmean(values[:at]), fmean(values[at:])
    step = Step(at, 1 if after > before else -1, before, after)
    return step if run.direction != -step.way and _is_no_drift(values, step) else None


def _is_no_drift(values: Sequence[float], step: Step) -> bool:
    places = range(len(values))
    slope, start = linear_regression(places, values)
    line = sum((value - start - slope * at) ** 2 for at, value in enumerate(values))
    levels = sum((value - (step.before if at < step.at else step.after)) ** 2 for at, value in enumerate(values))
    return levels < line


def alone(run: Process) -> list[int]:
    """Give the places of single months out of their limits whose neighbours are as usual, the last one left out."""
    odd = [signal is Signal.OUTSIDE for signal in run.signals]
    return [at for at in range(1, len(odd) - 1) if odd[at] and not odd[at - 1] and not odd[at + 1]]
