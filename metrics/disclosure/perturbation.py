"""Sums rounded where the release asks; values blurred where they would be a single child's own."""

from math import floor, log10
from typing import Final

import polars as pl

from metrics.card import Metric, Statistic, Unit
from metrics.disclosure.rules import Rule
from metrics.engine.values import steady
from metrics.statistics.apportionment import shared

DIGITS: Final = 3
"""Significant figures of a quantile, which is a single child's own amount, and of money in the event release."""
OF_INTERVAL: Final = 2
"""Significant figures of half an interval: more of them would tell the sums that it is made of."""


def rounded(sums: pl.DataFrame, metric: Metric, rule: Rule) -> pl.DataFrame:
    """Sums with counts rounded to the release's multiple, and money to three figures; as they are where it has none."""
    if rule.round_to == 1:
        return sums
    counts = ["n"]
    if metric.unit in {Unit.CHILDREN, Unit.INCIDENTS, Unit.PERCENT, Unit.PER_10000, Unit.PER_CHILD}:
        counts.append("numerator")
    if metric.statistic is Statistic.SHARE or metric.unit is Unit.PER_CHILD:
        counts.append("denominator")
    rounded = [_to_multiple(name, rule.round_to).cast(sums.schema[name]) for name in counts]
    money = [] if "numerator" in counts else [_to_figures(pl.col("numerator"), DIGITS)]
    return sums.with_columns(*rounded, *money)


def _to_multiple(name: str, of: int) -> pl.Expr:
    return ((pl.col(name) + of / 2) / of).floor() * of


def _to_figures(amount: pl.Expr, digits: int) -> pl.Expr:
    """Round what is half way between two the same way, in whatever order it was added up."""
    return steady(amount).round_sig_figs(digits)


def adding_up(rounded: pl.DataFrame, exact: pl.DataFrame, part: str, by: tuple[str, ...]) -> pl.DataFrame:
    """Round the parts of each whole so that they add up to the whole as it is rounded by itself.

    `part` is the dimension that parts it, `by` what else it is grouped by. A whole of which a part is hidden is left.
    """
    others = [name for name in by if name != part]
    both = rounded.with_columns(_exact=exact["numerator"]).with_row_index("_place")
    wholes = both.partition_by(others) if others else [both]
    return pl.concat([_to_whole(each) for each in wholes]).sort("_place").drop("_place", "_exact")


def _to_whole(parts: pl.DataFrame) -> pl.DataFrame:
    if parts.is_empty() or parts["_exact"].has_nulls() or ("_hidden" in parts.columns and parts["_hidden"].any()):
        return parts
    whole = pl.select(_to_figures(pl.lit(float(parts["_exact"].sum())), DIGITS)).item()
    largest = abs(whole) or max(map(abs, parts["_exact"].to_list()))
    step = 10.0 ** (floor(log10(largest)) - DIGITS + 1) if largest else 1.0
    steps = shared(parts["_exact"].to_list(), round(whole / step), step)
    return parts.with_columns(numerator=pl.Series([count * step for count in steps], dtype=pl.Float64))


def blurred(figures: pl.LazyFrame, metric: Metric, rule: Rule) -> pl.LazyFrame:
    """Take from quantiles and intervals the digits that only a single child's amount could give.

    A quantile keeps three figures and no interval, whose ends are two children's own amounts; nor how many amounts it
    is of, as nothing has moved that. In a release that rounds, no interval is given, and of a mean no sums.
    """
    if metric.statistic is Statistic.QUANTILE:
        told = figures.with_columns(_to_figures(pl.col("value"), DIGITS))
        return _without(told, ["denominator", "lower", "upper"])
    if rule.round_to > 1:
        return _bare(figures, metric)
    if metric.statistic is not Statistic.MEAN:
        return figures
    half = _to_figures((pl.col("upper") - pl.col("lower")) / 2, OF_INTERVAL)
    return figures.with_columns(lower=pl.col("value") - half, upper=pl.col("value") + half)


def _bare(figures: pl.LazyFrame, metric: Metric) -> pl.LazyFrame:
    """Figures without intervals, and means without their sums."""
    bare = ["lower", "upper"]
    if metric.statistic in {Statistic.MEAN, Statistic.CHANGE}:
        bare += ["numerator", "denominator"]
        figures = figures.with_columns(_to_figures(pl.col("value"), DIGITS))
    return _without(figures, bare)


def _without(figures: pl.LazyFrame, bare: list[str]) -> pl.LazyFrame:
    return figures.with_columns(pl.lit(None, pl.Float64).alias(name) for name in bare)
