"""False alarms: how often funnel limits and XmR rules call chance unusual, beside the rate that they promise."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist, median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bench.measure import Benchmark, Figure, benchmark
from metrics.statistics.control_chart import Signal, process
from metrics.statistics.funnel import Z_95, Z_998, limits
from metrics.statistics.intervals import poisson
from metrics.vocabulary import Unit

SEED: Final = 2026
TIMES: Final = 20_000
"""Simulated series of two years; fewer of what takes longer."""

Counts = NDArray[np.int64]
Floats = NDArray[np.float64]

SIZES: Final = (90, 130, 170, 210, 260, 310, 360, 420)
"""Children looked after in eight boroughs of unequal size."""

RESIDENTS: Final = tuple(range(30_000, 100_000, 9_000))
"""Children who live in eight boroughs."""

BEYOND: Final = NormalDist().cdf(-3)
OUTER: Final = NormalDist().cdf(-2)
SIDE: Final = 0.5 - OUTER

PROMISED: Final = {
    Signal.OUTSIDE: 2 * BEYOND,
    Signal.TREND: 2 / 5040,
    Signal.NEAR_LIMIT: 2 * (2 * OUTER**2 * SIDE + OUTER**3),
    Signal.SHIFT: 2 / 2**7,
}
"""How often each rule alone fires on the last of a long run of chance: 3 standard deviations; 7 in order, of 5,040
orders, up or down; the last and one of the two before in the outer third, all on one side; 7 tosses alike."""


@dataclass(frozen=True)
class Alarms:
    """How often something was called unusual that was not, and what was promised; shares of 1."""

    what: str
    found: float
    promised: float


def funnels(times: int) -> Iterator[Alarms]:
    """Simulate boroughs that differ by chance alone and count those outside the limits.

    The limits stand round the chance itself and, as the product must, round what the boroughs are together: each is
    then an eighth of its own yardstick, which makes alarms rarer.
    """
    chance = np.random.default_rng(SEED)
    for share in (5, 15, 40):
        counts = chance.binomial(SIZES, share / 100, size=(times, len(SIZES)))
        yield from _outside(f"share of {share}%", counts, SIZES, Unit.PERCENT, share)
    for rate in (3, 50):
        events = chance.poisson(np.array(RESIDENTS) * rate / 10_000, size=(times, len(RESIDENTS)))
        yield from _outside(f"rate of {rate} per 10,000", events, RESIDENTS, Unit.PER_10000, rate)


def _outside(what: str, counts: Counts, sizes: Sequence[int], unit: Unit, truth: float) -> Iterator[Alarms]:
    values = unit.scale * counts / np.array(sizes, dtype=np.float64)
    whole = unit.scale * counts.sum(axis=1) / sum(sizes)
    yield from _beyond(f"Funnel round the truth, {what}", values, [truth] * len(values), sizes, unit, 1.0)
    own = (len(sizes) / (len(sizes) - 1)) ** 0.5
    yield from _beyond(f"Funnel round all together, {what}", values, whole.tolist(), sizes, unit, own)


def _beyond(
    what: str, values: Floats, centres: Sequence[float], sizes: Sequence[int], unit: Unit, own: float
) -> Iterator[Alarms]:
    beyond = Counter[float]()
    for row, centre in zip(values.tolist(), centres, strict=True):
        for value, size in zip(row, sizes, strict=True):
            found = limits(size, centre, unit)
            beyond[Z_95] += not found.low_95 <= value <= found.high_95
            beyond[Z_998] += not found.low_998 <= value <= found.high_998
    for level, z in (("95%", Z_95), ("99.8%", Z_998)):
        yield Alarms(f"{what}: outside {level}", beyond[z] / values.size, 2 * NormalDist().cdf(-z * own))


def last_months(months: int, times: int) -> Iterator[Alarms]:
    """Simulate stable series and count those whose last month is called unusual, by the rule that says so first."""
    chance = np.random.default_rng(SEED + months)
    series = chance.normal(50, 5, size=(times, months)).tolist()
    signals = Counter(process(each, floor=None).latest for each in series)
    for signal, promised in PROMISED.items():
        yield Alarms(f"XmR of {months} months: {signal.value}", signals[signal] / times, promised)
    yield Alarms(f"XmR of {months} months: any rule", 1 - signals[Signal.NONE] / times, sum(PROMISED.values()))


def carried_over(times: int, months: int = 24, staying: float = 0.95) -> Iterator[Alarms]:
    """Simulate children at the end of each month, most of them the same as a month before, round a steady 200.

    Then count only those whose own interval leaves the mean out too, as findings about figures at a date do.
    """
    chance = np.random.default_rng(SEED)
    found, beyond = 0, 0
    for _ in range(times):
        run = process(_month_ends(chance, months, staying))
        is_alarm = run.latest is not Signal.NONE
        lower, upper = (float(end[0]) for end in poisson(np.array(run.values[-1:])))
        found += is_alarm
        beyond += is_alarm and not lower <= run.mean <= upper
    what = f"XmR of {months} month ends, {staying:.0%} of children staying: any rule"
    yield Alarms(what, found / times, sum(PROMISED.values()))
    yield Alarms(f"{what}, and beyond its own 95% interval", beyond / times, 0.05)


def _month_ends(chance: np.random.Generator, months: int, staying: float) -> list[float]:
    children = [200]
    for _ in range(months + 60):
        children.append(int(chance.binomial(children[-1], staying) + chance.poisson(200 * (1 - staying))))
    return [float(each) for each in children[-months:]]


def alarms() -> list[Alarms]:
    """Simulate everything: about two minutes."""
    charts = [*last_months(24, TIMES), *last_months(60, TIMES // 2), *last_months(240, TIMES // 2)]
    return [*funnels(TIMES // 4), *charts, *carried_over(TIMES // 10)]


@benchmark("false alarms")
def false_alarms() -> Benchmark:
    """Time the limits of two years of months, and simulate the rest."""
    months = [50.0 + (7 * month) % 11 for month in range(24)]
    about = "funnel limits and XmR rules on processes that vary by chance alone"
    return Benchmark("false alarms", about, {"XmR of 24 months": lambda: process(months)}, _figures)


def _figures(seconds: Mapping[str, Sequence[float]]) -> list[Figure]:
    timed = [Figure(name, f"{median(each) * 1000:,.2f} ms") for name, each in seconds.items()]
    return timed + [Figure(each.what, f"{each.found:.2%}", f"{each.promised:.2%}") for each in alarms()]
