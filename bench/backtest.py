"""The do-nothing forecast against the last value, by metric and horizon, on the fictional consortium's own past."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, geometric_mean, median
from typing import Final

import polars as pl

from bench.measure import Benchmark, Figure, benchmark
from bench.sample import consortium
from metrics import METRICS, Metric, Polarity, Statistic, Unit, When, measure
from metrics.engine.return_periods import data_date
from metrics.populations import Tables
from metrics.statistics.forecast import Forecast, forecast
from metrics.statistics.series_breaks import unbroken
from metrics.statistics.target_assurance import Assurance, Judged, assured

HORIZONS: Final = (1, 3, 6, 12)
"""Months ahead."""

FIRST: Final = date(2021, 4, 1)
KNOWN: Final = 24
"""Months known at the first origin."""

STEP: Final = 5
"""Months from origin to origin: prime to twelve, so that all months of the year are forecast."""

TOGETHER: Final = "consortium"

LENGTHS: Final = (12, 15, 18, 24, 36)
"""Months known, where short histories are looked at by themselves."""

SIZES: Final = (0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.2)
"""Targets against the last value."""

THIRDS: Final = tuple(f"possible, chance {words}" for words in ("under 1 in 3", "1 in 3 to 2 in 3", "over 2 in 3"))
CALLED: Final = (Assurance.LIKELY.value, Assurance.POSSIBLE.value, *THIRDS, Assurance.UNLIKELY.value)
"""The words for targets, and for those called possible how probable they were."""

LEAST_INSIDE, MOST_INSIDE = 0.93, 0.97
"""How many truths are to come inside a 95% interval."""

MACHINES: Final = 1e-9
"""What a bound may be missed by."""

LEAST: Final = 0.01
"""What a ratio of almost zero counts as in a geometric mean."""


@dataclass(frozen=True)
class Miss:
    """Of one series and horizon: the mean miss of the forecast and of the last value, and the share inside."""

    slug: str
    who: str
    ahead: int
    ours: float
    naive: float
    inside: float

    @property
    def ratio(self) -> float:
        """Our miss against the last value's; below 1 is better."""
        return self.ours / self.naive


@dataclass(frozen=True)
class Series:
    """The latest months of a metric without gap or break, of the consortium or a borough.

    `last` is the last month's place in the year (1 to 12).
    """

    metric: Metric
    who: str
    values: list[float]
    last: int

    @property
    def origins(self) -> range:
        """How many months are known at each forecast: every fifth, a year before the last."""
        return range(KNOWN, len(self.values) - max(HORIZONS) + 1, STEP)

    def month(self, known: int) -> int:
        """Give the place in the year of the last of the months known."""
        return (self.last - (len(self.values) - known) - 1) % 12 + 1

    def forecast(self, since: int, known: int) -> Forecast | None:
        """Forecast a year from the months from one on to those known."""
        is_share = self.metric.statistic is Statistic.SHARE and self.metric.unit is Unit.PERCENT
        floor = None if self.metric.is_signed or min(self.values) < 0 else 0.0
        ceiling, taught = 100.0 if is_share else None, self.values[since:known]
        return forecast(taught, max(HORIZONS), floor=floor, ceiling=ceiling, month=self.month(known))


def all_series(tables: Tables) -> list[Series]:
    """Give every metric's months, of the consortium and of each borough, that can be forecast at all."""
    found = [each for metric in METRICS.values() for each in _of_metric(metric, tables)]
    return [each for each in found if len(each.origins)]


def _of_metric(metric: Metric, tables: Tables) -> Iterator[Series]:
    if metric.statistic is Statistic.GIVEN or not _allows(metric, "month"):
        return
    when = When(FIRST, data_date(tables))
    yield _latest(metric, TOGETHER, measure(metric, tables, by=("month",), when=when))
    if _allows(metric, "borough"):
        months = measure(metric, tables, by=("month", "borough"), when=when)
        for (borough,), rows in months.group_by("borough", maintain_order=True):
            yield _latest(metric, str(borough), rows)


def _allows(metric: Metric, by: str) -> bool:
    return metric.only_by is None or by in metric.only_by


def _latest(metric: Metric, who: str, rows: pl.DataFrame) -> Series:
    known = rows.sort("month").select("month", "value")
    values = known["value"][unbroken(metric.slug, known["month"].to_list()) :].to_list()
    while None in values:
        values = values[values.index(None) + 1 :]
    return Series(metric, who, values, max(known["month"]).month)


def backtest(series: Sequence[Series]) -> list[Miss]:
    """Forecast each series from every origin; one whose last value was never wrong is left out."""
    return [miss for each in series for miss in _missed(each)]


def _missed(each: Series) -> Iterator[Miss]:
    misses = list(_misses(each))
    for ahead in HORIZONS:
        of = [miss for miss in misses if miss[0] == ahead]
        if any(miss[2] for miss in of):
            ours, naive, inside = (fmean(miss[column] for miss in of) for column in (1, 2, 3))
            yield Miss(each.metric.slug, each.who, ahead, ours, naive, inside)


def _misses(each: Series) -> Iterator[tuple[int, float, float, bool]]:
    """Give horizon, our miss, the last value's and whether the truth came inside, from every origin."""
    for origin in each.origins:
        found = each.forecast(0, origin)
        if found is None:
            continue
        for ahead in HORIZONS:
            came, at = each.values[origin + ahead - 1], ahead - 1
            yield ahead, abs(came - found.values[at]), abs(came - each.values[origin - 1]), _is_inside(found, at, came)


def _is_inside(found: Forecast, at: int, came: float) -> bool:
    return found.lower[at] - MACHINES <= came <= found.upper[at] + MACHINES


def covered(series: Sequence[Series], months: int) -> dict[int, float]:
    """Give the share of truths inside the 95% interval by months ahead, where only so many months are known."""
    inside: dict[int, list[bool]] = {ahead: [] for ahead in HORIZONS}
    for each in series:
        for since in range(0, len(each.values) - months - max(HORIZONS) + 1, STEP):
            found = each.forecast(since, since + months)
            for ahead in HORIZONS if found else ():
                came = each.values[since + months + ahead - 1]
                inside[ahead].append(found is not None and _is_inside(found, ahead - 1, came))
    return {ahead: fmean(of) for ahead, of in inside.items() if of}


def called(series: Sequence[Series]) -> dict[str, list[bool]]:
    """Give by word whether each target so called was met a year on: the last value, and 5, 10 and 20% to either side.

    Those called possible also by their chance: under a third, a third to two, over two thirds.
    """
    told: dict[str, list[bool]] = {word: [] for word in CALLED}
    for each in series:
        for origin in each.origins if each.metric.polarity is not Polarity.NEITHER else ():
            found, came = each.forecast(0, origin), each.values[origin + max(HORIZONS) - 1]
            for target in {each.values[origin - 1] * size for size in SIZES}:
                is_met = came <= target if each.metric.polarity is Polarity.LOW else came >= target
                for word in _words(assured(found, target, each.metric.polarity)):
                    told[word].append(is_met)
    return told


def _words(judged: Judged) -> list[str]:
    if judged.chance is None:
        return []
    is_possible = judged.word is Assurance.POSSIBLE
    third = THIRDS[min(int(judged.chance * len(THIRDS)), len(THIRDS) - 1)]
    return [judged.word.value, *([third] if is_possible else [])]


def mean_ratio(tested: Sequence[Miss]) -> float:
    """Give the geometric mean of the ratios; those of almost zero as `LEAST`."""
    return geometric_mean([max(each.ratio, LEAST) for each in tested])


@benchmark("forecast")
def a_forecast() -> Benchmark:
    """Time a forecast of five and a half years of months, and back-test the method."""
    months = [100.0 + (7 * month) % 11 for month in range(66)]
    runs = {"a forecast of 12 months": lambda: forecast(months, 12)}
    return Benchmark("forecast", "against the last value, fictional consortium", runs, _figures)


def _figures(seconds: Mapping[str, Sequence[float]]) -> list[Figure]:
    series = all_series(consortium())
    tested = backtest(series)
    told = [Figure(name, f"{median(each) * 1000:,.1f} ms") for name, each in seconds.items()]
    for ahead in HORIZONS:
        of = [each for each in tested if each.ahead == ahead]
        ratio, inside = mean_ratio(of), fmean(each.inside for each in of)
        told.append(
            Figure(f"{ahead} months ahead: miss against the last value's", f"{ratio:.3f}", "<= 1.01", ratio <= 1.01)
        )
        is_kept = LEAST_INSIDE <= inside <= MOST_INSIDE
        told.append(Figure(f"{ahead} months ahead: inside the 95% interval", f"{inside:.1%}", "93% to 97%", is_kept))
    return [*told, *_short(series)]


def _short(series: Sequence[Series]) -> list[Figure]:
    """Tell how often the truth came inside, horizons together, by how many months were known."""
    shares = {months: fmean(covered(series, months).values()) for months in LENGTHS}
    return [
        Figure(f"{months} months known: inside", f"{share:.1%}", "93% to 97%", LEAST_INSIDE <= share <= MOST_INSIDE)
        for months, share in shares.items()
    ]
