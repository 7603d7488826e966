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

LEAST: Final = 0.01
"""What a ratio of almost nought counts as in a geometric mean."""


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
    """The latest months of a metric without gap or break, of the consortium or a borough."""

    metric: Metric
    who: str
    values: list[float]

    @property
    def origins(self) -> range:
        """How many months are known at each forecast: every fifth, a year before the last."""
        return range(KNOWN, len(self.values) - max(HORIZONS) + 1, STEP)


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
    return Series(metric, who, values)


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
    ceiling = 100.0 if each.metric.statistic is Statistic.SHARE and each.metric.unit is Unit.PERCENT else None
    floor = 0.0 if min(each.values) >= 0 else None
    for origin in each.origins:
        found = forecast(each.values[:origin], max(HORIZONS), floor=floor, ceiling=ceiling)
        if found is None:
            continue
        for ahead in HORIZONS:
            came, at = each.values[origin + ahead - 1], ahead - 1
            inside = found.lower[at] - 1e-9 <= came <= found.upper[at] + 1e-9
            yield ahead, abs(came - found.values[at]), abs(came - each.values[origin - 1]), inside


def mean_ratio(tested: Sequence[Miss]) -> float:
    """Give the geometric mean of the ratios; those of almost nought as `LEAST`."""
    return geometric_mean([max(each.ratio, LEAST) for each in tested])


@benchmark("forecast")
def a_forecast() -> Benchmark:
    """Time a forecast of five and a half years of months, and back-test the method."""
    months = [100.0 + (7 * month) % 11 for month in range(66)]
    runs = {"a forecast of 12 months": lambda: forecast(months, 12)}
    return Benchmark("forecast", "against the last value, fictional consortium", runs, _figures)


def _figures(seconds: Mapping[str, Sequence[float]]) -> list[Figure]:
    tested = backtest(all_series(consortium()))
    told = [Figure(name, f"{median(each) * 1000:,.1f} ms") for name, each in seconds.items()]
    for ahead in HORIZONS:
        of = [each for each in tested if each.ahead == ahead]
        ratio, inside = mean_ratio(of), fmean(each.inside for each in of)
        told.append(
            Figure(f"{ahead} months ahead: miss against the last value's", f"{ratio:.3f}", "<= 1.01", ratio <= 1.01)
        )
        told.append(Figure(f"{ahead} months ahead: inside the 95% interval", f"{inside:.1%}", ">= 92%", inside >= 0.92))
    return told
