"""Whether a figure may be no more than chance away from a level: by its interval, or by one from what is released."""

import numpy as np
import polars as pl

from dashboard.data.compared import Figure
from metrics import Metric, Statistic
from metrics.intervals import poisson, wilson

Ends = tuple[float, float]
"""The ends of a 95% interval."""


def may_be_chance(metric: Metric, figure: Figure, level: float) -> bool:
    """Say whether the 95% interval of a figure holds a level; False where it has none.

    A release that keeps intervals back shows values and n: the interval is then made from these, as any reader could.
    """
    ends = _ends(metric, figure)
    return ends is not None and ends[0] <= level <= ends[1]


def _ends(metric: Metric, figure: Figure) -> Ends | None:
    if figure.lower is not None and figure.upper is not None:
        return figure.lower, figure.upper
    if figure.value is None:
        return None
    if metric.statistic is Statistic.COUNT:
        low, high = poisson(np.array([figure.value]))
        return float(low[0]), float(high[0])
    if metric.statistic is Statistic.SHARE and figure.denominator:
        return _of_share(figure.value, figure.denominator, metric.unit.scale)
    return None


def _of_share(value: float, n: float, scale: float) -> Ends:
    low, high = (pl.select(end).item() for end in wilson(pl.lit(value / scale * n), pl.lit(n)))
    return low * scale, high * scale
