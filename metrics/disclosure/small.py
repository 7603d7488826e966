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


def with_second(figures: pl.DataFrame, line: list[str], metric: Metric) -> pl.DataFrame:
    """Hide the smallest other cell of every line that has just one hidden, so that its total does not tell."""
    over = line or [pl.lit(0)]
    alone = pl.col("_hidden").sum().over(over) == 1
    candidate = pl.when(~pl.col("_hidden") & (pl.col("people") > 0)).then(_size(metric))
    is_smallest = candidate.rank("ordinal").over(over) == 1
    return figures.with_columns(_hidden=pl.col("_hidden") | (alone & is_smallest).fill_null(False))


def _size(metric: Metric) -> pl.Expr:
    """Say how much is lost with a cell: the fewest cases first, but a nought of a share last, as it hides little."""
    if metric.statistic is not Statistic.SHARE:
        return pl.col("people")
    return pl.when(pl.col("behind") > 0).then("behind").otherwise(float("inf"))
