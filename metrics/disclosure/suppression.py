"""Which figures stand for too few children to be shown."""

from typing import Final

import polars as pl

from metrics.card import Metric, Statistic, Unit
from metrics.disclosure.rules import SMALL_GROUP, Rule

OTHER_PARTS: Final = {Statistic.SHARE: ("beside",), Statistic.CHANGE: ("before", "now")}
"""Who else stands behind something that can be worked out from a figure."""


def is_small(metric: Metric, rule: Rule) -> pl.Expr:
    """Few children in all, few in the numerator, in a share's complement, or in either year of a change."""
    columns = ["people", "behind", *OTHER_PARTS.get(metric.statistic, ())]
    few = [pl.col(name).is_between(1, rule.hide_to) for name in columns]
    if metric.unit is Unit.CHILDREN:
        few.append(pl.col("numerator").abs().is_between(1, rule.hide_to))
    if rule.hides_extremes and metric.statistic is Statistic.SHARE:
        extreme = (pl.col("behind") == 0) | (pl.col("beside") == 0)
        few.append(extreme & pl.col("people").is_between(1, SMALL_GROUP - 1))
    return pl.any_horizontal(few).fill_null(value=False)
