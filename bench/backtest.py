"""The do-nothing forecast against the last value, by metric and horizon, on the fictional consortium's own past."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, geometric_mean, median
from typing import Final

import polars as pl

from bench.measure import Benchmark, Figure, benchmark
from bench.sample import consortium
from metrics import METRICS, Metric, Statistic, Unit, When, measure
from metrics.breaks import unbroken
from metrics.forecast import forecast
from metrics.populations import Tables
from metrics.returns import data_date

HORIZONS: Final = (1, 3, 6, 12)
"""Months ahead."""

FIRST: Final = date(2021, 4, 1)
KNOWN: Final = 24
"""Months known at the first origin."""

STEP: Final = 5
"""Months from origin to origin: prime to twelve, so that all months of the year are forecast."""

TOGETHER: Final = "consortium"


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


def backtest(tables: Tables) -> list[Miss]:
    """Forecast every metric's months from every fifth month on, for the consortium and each borough."""
    return [found for metric in METRICS.values() for found in _of_metric(metric, tables)]


def _of_metric(metric: Metric, tables: Tables) -> Iterator[Miss]:
    if metric.statistic is Statistic.GIVEN or not _allows(metric, "month"):
        return
    when = When(FIRST, data_date(tables))
    yield from _of_series(metric, TOGETHER, measure(metric, tables, by=("month",), when=when))
    if _allows(metric, "borough"):
        months = measure(metric, tables, by=("month", "borough"), when=when)
        for (borough,), rows in months.group_by("borough", maintain_order=True):
            yield from _of_series(metric, str(borough), rows)


def _allows(metric: Metric, by: str) -> bool:
    return metric.only_by is None or by in metric.only_by


def _of_series(metric: Metric, who: str, rows: pl.DataFrame) -> Iterator[Miss]:
    known = rows.sort("month").select("month", "value")
    first = unbroken(metric.slug, known["month"].to_list())
    values = known["value"][first:].to_list()
    while None in values:
        values = values[values.index(None) + 1 :]
    misses = list(_misses(metric, values))
    for ahead in HORIZONS:
        of = [miss for miss in misses if miss[0] == ahead]
        if any(miss[2] for miss in of):
            ours, naive, inside = (fmean(miss[column] for miss in of) for column in (1, 2, 3))
            yield Miss(metric.slug, who, ahead, ours, naive, inside)


def _misses(metric: Metric, values: Sequence[float]) -> Iterator[tuple[int, float, float, bool]]:
    """Give horizon, our miss, the last value's and whether the truth came inside, from every origin."""
    ceiling = 100.0 if metric.statistic is Statistic.SHARE and metric.unit is Unit.PERCENT else None
    floor = 0.0 if min(values, default=0.0) >= 0 else None
    for origin in range(KNOWN, len(values) - max(HORIZONS) + 1, STEP):
        found = forecast(values[:origin], max(HORIZONS), floor=floor, ceiling=ceiling)
        if found is None:
            continue
        for ahead in HORIZONS:
            came, at = values[origin + ahead - 1], ahead - 1
            inside = found.lower[at] - 1e-9 <= came <= found.upper[at] + 1e-9
            yield ahead, abs(came - found.values[at]), abs(came - values[origin - 1]), inside


def mean_ratio(tested: Sequence[Miss]) -> float:
    """Give the geometric mean of the ratios; one that is almost nought counts as a hundredth."""
    return geometric_mean([max(each.ratio, 0.01) for each in tested])


@benchmark("forecast")
def a_forecast() -> Benchmark:
    """Time a forecast of five and a half years of months, and back-test the method."""
    months = [100.0 + (7 * month) % 11 for month in range(66)]
    runs = {"a forecast of 12 months": lambda: forecast(months, 12)}
    return Benchmark("forecast", "against the last value, fictional consortium", runs, _figures)


def _figures(seconds: Mapping[str, Sequence[float]]) -> list[Figure]:
    tested = backtest(consortium())
    told = [Figure(name, f"{median(each) * 1000:,.1f} ms") for name, each in seconds.items()]
    for ahead in HORIZONS:
        of = [each for each in tested if each.ahead == ahead]
        ratio, inside = mean_ratio(of), fmean(each.inside for each in of)
        told.append(
            Figure(f"{ahead} months ahead: miss against the last value's", f"{ratio:.3f}", "<= 1.01", ratio <= 1.01)
        )
        told.append(Figure(f"{ahead} months ahead: inside the 95% interval", f"{inside:.1%}", ">= 92%", inside >= 0.92))
    return told
