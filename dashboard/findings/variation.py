"""Whether a measure varies as it usually does: XmR limits over its last months, or its own interval over a year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from dashboard.charts.numbers import month as month_name
from dashboard.data.headlines import Month, year_before
from dashboard.data.settled import settled_run
from dashboard.findings.chance import may_be_chance
from dashboard.findings.steps import Step, step_of
from dashboard.sentences import direction
from metrics import Metric
from metrics.breaks import unbroken
from metrics.coverage import PROVISIONAL
from metrics.judgement import Judgement, judged
from metrics.variation import Process, Signal, process
from metrics.when import year_before as a_year_before

LOOKED_BACK: Final = 24
"""Months that the usual range rests on."""

TOO_FEW: Final = 12

SIGMAS: Final = {Signal.NEAR_LIMIT: 3.0, Signal.TREND: 2.5, Signal.SHIFT: 2.4}
"""How far from chance a signal is, in standard deviations, where the distance itself does not say it."""

LATER: Final = (Signal.OUTSIDE, Signal.TREND)
"""Signals that tell more of the last month than a step of over a year ago does."""

OVER_A_YEAR: Final = 2.0
"""The same of an interval that leaves out the year before."""


@dataclass(frozen=True)
class Variation:
    """Which way a measure is unusual (0: it is not), how far from chance (sigma), since when, and in words."""

    way: int
    size: float
    since: date | None
    words: str


USUAL: Final = Variation(0, 0.0, None, "usual variation")
UNKNOWN: Final = Variation(0, 0.0, None, "too few months to say")
UNSAID: Final = Variation(0, 0.0, None, "variation not judged: no range is given")
NOT_SETTLED: Final = Variation(0, 0.0, None, "variation not judged: a month is provisional")
UNJUDGED: Final = (UNKNOWN, UNSAID, NOT_SETTLED)


def variation(metric: Metric, run: Sequence[Month]) -> Variation:
    """Judge the last month of a run.

    Twelve months that end with each month overlap, and month-to-month limits would call chance unusual: such a
    measure is judged by its interval against the year before. Of a count at a date most children are the same as a
    month ago, so what its limits call unusual must also be more than its interval.
    """
    known = [(day, figure.value or 0.0) for day, figure in settled_run(run)]
    seen = known[unbroken(metric.slug, [day for day, _ in known]) :][-LOOKED_BACK:]
    if len(seen) < TOO_FEW or run[-1][1].value is None:
        return UNKNOWN
    if seen[-1][0] != run[-1][0]:
        return NOT_SETTLED
    if metric.window_is_year:
        return _over_a_year(run)
    found, step = _shape(tuple(value for _, value in seen))
    if metric.is_at_date and may_be_chance(metric, run[-1][1], found.mean):
        return USUAL
    days = [day for day, _ in seen]
    is_news = step is not None and (days[step.at] > a_year_before(days[-1]) or found.latest not in LATER)
    return _stepped(found, step, days[step.at]) if step and is_news else _by_process(found, days)


@lru_cache(maxsize=2_000)
def _shape(values: tuple[float, ...]) -> tuple[Process, Step | None]:
    """The limits and the step of some values: cards, sentences and tables ask for the same again and again."""
    found = process(list(values))
    return found, step_of(found)


def _over_a_year(run: Sequence[Month]) -> Variation:
    mine, before = run[-1][1], year_before(run)
    if mine.lower is None or before.lower is None:
        return UNSAID
    if before.mark == PROVISIONAL:
        return NOT_SETTLED
    way = direction(mine, before)
    words = f"{'rise' if way > 0 else 'fall'} beyond chance in a year"
    return Variation(way, OVER_A_YEAR, run[-1][0], words) if way else USUAL


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
