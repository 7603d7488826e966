"""Whether a measure that begins again each month varies as it usually does: XmR limits over its last months."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from dashboard.charts.number_format import month as month_name
from dashboard.data.headlines import Month
from dashboard.data.settled_months import settled_run
from dashboard.insights.level_steps import Step, step_of
from metrics import Metric, Statistic, Theme
from metrics.periods import year_before as a_year_before
from metrics.statistics.control_chart import Process, Signal, process
from metrics.statistics.judgement import Judgement, judged
from metrics.statistics.series_breaks import unbroken

LOOKED_BACK: Final = 24
"""Months that the usual range rests on."""

TOO_FEW: Final = 12

SIGMAS: Final = {Signal.NEAR_LIMIT: 3.0, Signal.TREND: 2.5, Signal.SHIFT: 2.4}
"""How far from chance a signal is, in standard deviations, where the distance itself does not say it."""

LATER: Final = (Signal.OUTSIDE, Signal.TREND)
"""Signals that tell more of the last month than a step of over a year ago does."""


@dataclass(frozen=True)
class Variation:
    """Which way a measure is unusual (0: it is not), how far from chance (sigma), since when, and in words."""

    way: int
    size: float
    since: date | None
    words: str


USUAL: Final = Variation(0, 0.0, None, "usual variation")
UNKNOWN: Final = Variation(0, 0.0, None, "too few months to say")
NOT_SETTLED: Final = Variation(0, 0.0, None, "variation not judged: a month is provisional")
ON_THE_YEAR: Final = Variation(0, 0.0, None, "judged against the year before, not month by month")
UNJUDGED: Final = (UNKNOWN, NOT_SETTLED, ON_THE_YEAR)


def carries_over(metric: Metric) -> bool:
    """Say whether a measure's months share what they are made of: children, contracts, prices, or days.

    Limits made from month to month would call chance, or each April, unusual. Such measures are judged against the
    year before, child by child.
    """
    return (
        metric.is_at_date
        or metric.window_is_year
        or metric.theme is Theme.COST
        or metric.statistic in (Statistic.CHANGE, Statistic.GIVEN)
    )


def variation(metric: Metric, run: Sequence[Month]) -> Variation:
    """Judge the last month of a run; nothing of a measure whose months carry over."""
    if carries_over(metric):
        return ON_THE_YEAR
    known = [(day, figure.value or 0.0) for day, figure in settled_run(run)]
    seen = known[unbroken(metric.slug, [day for day, _ in known]) :][-LOOKED_BACK:]
    if len(seen) < TOO_FEW or run[-1][1].value is None:
        return UNKNOWN
    if seen[-1][0] != run[-1][0]:
        return NOT_SETTLED
    found, step = _shape(tuple(value for _, value in seen))
    days = [day for day, _ in seen]
    is_news = step is not None and (days[step.at] > a_year_before(days[-1]) or found.latest not in LATER)
    return _stepped(found, step, days[step.at]) if step and is_news else _by_process(found, days)


@lru_cache(maxsize=2_000)
def _shape(values: tuple[float, ...]) -> tuple[Process, Step | None]:
    """The limits and the step of some values: cards, sentences and tables ask for the same again and again."""
    found = process(list(values))
    return found, step_of(found)


def _stepped(run: Process, step: Step, since: date) -> Variation:
    size = abs(step.after - step.before) / ((run.upper - run.mean) / 3)
    return Variation(
        step.way, size, since, f"at a {'higher' if step.way > 0 else 'lower'} level since {month_name(since)}"
    )


def _by_process(run: Process, days: list[date]) -> Variation:
    way, signal = run.direction, run.latest
    if not way:
        return USUAL
    first = _first(run, signal, way)
    reach = run.upper - run.mean
    size = SIGMAS.get(signal) or abs(run.values[-1] - run.mean) / (reach / 3)
    return Variation(way, size, days[first], _words(signal, way, days[first], len(days) - first))


def _first(run: Process, signal: Signal, way: int) -> int:
    """Give the place of the point from which the signal of the last one has held without a break."""
    last = len(run.values) - 1
    return next((at + 1 for at in range(last - 1, -1, -1) if not _holds(run, signal, way, at)), 0)


def _holds(run: Process, signal: Signal, way: int, at: int) -> bool:
    if signal is Signal.TREND:
        return (run.values[at + 1] - run.values[at]) * way > 0
    if signal is Signal.SHIFT:
        return run.sides[at] == way
    return run.signals[at] is signal and run.sides[at] == way


def _words(signal: Signal, way: int, since: date, months: int) -> str:
    if signal is Signal.TREND:
        return f"{'rising' if way > 0 else 'falling'} for {months} months"
    if signal is Signal.NEAR_LIMIT:
        return f"near the {'top' if way > 0 else 'bottom'} of its usual range"
    where = "range" if signal is Signal.OUTSIDE else "level"
    began = f"since {month_name(since)}" if months > 1 else f"in {month_name(since)} alone"
    return f"{'above' if way > 0 else 'below'} its usual {where} {began}"


def told(metric: Metric, seen: Variation) -> str:
    """Say it on a card: `Usual variation`, or `Unusual: above its usual range since Apr 2026, which is worse`."""
    if not seen.way:
        return seen.words.capitalize()
    return f"Unusual: {seen.words}{good_or_bad(metric, seen.way)}"


def good_or_bad(metric: Metric, way: int) -> str:
    """Say whether a movement is better or worse, where one way is good."""
    word = judged(way, metric.polarity)
    return f", which is {word.value}" if word in (Judgement.BETTER, Judgement.WORSE) else ""
