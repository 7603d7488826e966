"""Ways to forecast that were tried, each from a series and months ahead to what is to come."""

from collections.abc import Callable, Mapping, Sequence
from statistics import fmean, geometric_mean
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bench.backtest import HORIZONS, LEAST, Series
from metrics.statistics.forecast import forecast, half_slope, smoothed

Floats = NDArray[np.float64]
Method = Callable[[Floats, int, int], Floats]
"""From a series, months ahead and the last month's place in the year."""

DAMPING: Final = 0.9
"""How much of a damped trend is left a month on."""

SHARES: Final = np.arange(1, 11) / 10


def last_value(values: Floats, ahead: int, _month: int) -> Floats:
    """What was last."""
    return np.full(ahead, values[-1])


def mean_of_a_year(values: Floats, ahead: int, _month: int) -> Floats:
    """The mean of twelve months."""
    return np.full(ahead, values[-12:].mean())


def drift(values: Floats, ahead: int, _month: int) -> Floats:
    """What was last, and on by the mean change."""
    return values[-1] + (values[-1] - values[0]) / (len(values) - 1) * np.arange(1, ahead + 1)


def level(values: Floats, ahead: int, _month: int) -> Floats:
    """The smoothed level."""
    return np.full(ahead, smoothed(values)[1])


def theta(values: Floats, ahead: int, _month: int) -> Floats:
    """The smoothed level, and half the slope always."""
    share, now, _ = smoothed(values)
    return now + half_slope(values, share, ahead)


def damped(values: Floats, ahead: int, _month: int) -> Floats:
    """Holt's level and trend, the trend damped, with the best of a hundred pairs of shares."""
    alpha, beta = (shares.ravel() for shares in np.meshgrid(SHARES, SHARES / 2))
    now, trend, squares = np.full(alpha.size, values[0]), np.zeros(alpha.size), np.zeros(alpha.size)
    for value in values[1:]:
        miss = value - (now + DAMPING * trend)
        now, trend = value - (1 - alpha) * miss, DAMPING * trend + alpha * beta * miss
        squares += miss**2
    best = int(np.argmin(squares))
    return now[best] + trend[best] * np.cumsum(DAMPING ** np.arange(1, ahead + 1))


def ours(values: Floats, ahead: int, month: int) -> Floats:
    """The product's forecast."""
    found = forecast(values.tolist(), ahead, floor=None, month=month)
    return last_value(values, ahead, month) if found is None else np.array(found.values)


CANDIDATES: Final[Mapping[str, Method]] = {
    "the last value": last_value,
    "the mean of twelve months": mean_of_a_year,
    "drift: the last value, on by the mean change": drift,
    "damped trend (Holt), always": damped,
    "smoothed level and half its slope (theta), always": theta,
    "smoothed level alone": level,
    "the product's: the slope only where it proved itself": ours,
}


def against(method: Method, series: Sequence[Series]) -> dict[int, float]:
    """Give a method's mean absolute error over the last value's by months ahead, the geometric mean over series."""
    ratios: dict[int, list[float]] = {ahead: [] for ahead in HORIZONS}
    for each in series:
        mine, naive = (_missed(tried, each) for tried in (method, last_value))
        for ahead in HORIZONS:
            if naive[ahead] > 0:
                ratios[ahead].append(max(mine[ahead] / naive[ahead], LEAST))
    return {ahead: geometric_mean(of) for ahead, of in ratios.items()}


def _missed(method: Method, each: Series) -> dict[int, float]:
    known = np.array(each.values, dtype=np.float64)
    come = {origin: method(known[:origin], max(HORIZONS), each.month(origin)) for origin in each.origins}
    return {
        ahead: fmean(abs(float(known[at + ahead - 1] - line[ahead - 1])) for at, line in come.items())
        for ahead in HORIZONS
    }
