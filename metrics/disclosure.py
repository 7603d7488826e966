"""What each release hides: small counts, what would give them away within a table, and prices of few providers.

The board release hides counts from 1 to 5 (Department for Education); the event release hides those under 10 and
rounds the rest to 5. A percentage is hidden with its numerator or its complement, a mean with its n.
"""

from dataclasses import dataclass
from typing import Final

import polars as pl

from metrics.card import Metric, Release, Statistic, Unit
from metrics.guidance import SMALL
from metrics.question import Question
from metrics.when import STEPS

CONFIDENTIAL: Final = "[c]"
"""Government shorthand for a value hidden to protect identities."""

PROVIDERS_AT_LEAST: Final = 3
"""A price is shown beyond the working release only when it stands for this many providers or more."""


@dataclass(frozen=True)
class Rule:
    """A release's rule for counts: hide from 1 up to `hide_to`, then round to a multiple of `round_to`."""

    hide_to: int
    round_to: int


RULES: Final = {Release.BOARD: Rule(hide_to=SMALL, round_to=1), Release.EVENT: Rule(hide_to=9, round_to=5)}

HIDDEN: Final = ["numerator", "denominator", "value", "lower", "upper", "n"]


def disclosed(figures: pl.DataFrame, question: Question, release: Release) -> pl.DataFrame:
    """Hide and round what the release asks for; the working release keeps figures as they are.

    Figures that others have published are public already.
    """
    rule, metric = RULES.get(release), question.metric
    if rule is None or metric.statistic is Statistic.GIVEN:
        return figures
    hidden = figures.with_columns(
        _hidden=(_is_small(metric, rule) | _is_price_of_few(metric, figures)).fill_null(value=False)
    )
    for _ in question.by:
        for dimension in [name for name in question.by if name not in STEPS]:
            hidden = _with_second(hidden, [name for name in question.by if name != dimension], _size(metric))
    return _masked(_rounded(hidden, metric, rule))


def _is_small(metric: Metric, rule: Rule) -> pl.Expr:
    few = pl.col("n").is_between(1, rule.hide_to)
    if metric.statistic in {Statistic.MEAN, Statistic.QUANTILE, Statistic.CHANGE} or metric.unit is Unit.POUNDS:
        return few
    small = few | pl.col("numerator").abs().is_between(1, rule.hide_to)
    if metric.statistic is Statistic.SHARE:
        small = small | (pl.col("denominator") - pl.col("numerator")).is_between(1, rule.hide_to)
    return small


def _is_price_of_few(metric: Metric, figures: pl.DataFrame) -> pl.Expr:
    if not metric.is_price or "providers" not in figures.columns:
        return pl.lit(False)
    return pl.col("providers").is_between(1, PROVIDERS_AT_LEAST - 1)


def _size(metric: Metric) -> pl.Expr:
    """Say how much is lost with a cell: the fewest cases first, but a nought of a share last, as it hides little."""
    if metric.statistic is not Statistic.SHARE:
        return pl.col("n")
    return pl.when(pl.col("numerator") > 0).then("numerator").otherwise(float("inf"))


def _with_second(figures: pl.DataFrame, line: list[str], size: pl.Expr) -> pl.DataFrame:
    """Hide the smallest other cell of every line that has just one hidden, so that its total does not tell."""
    over = line or [pl.lit(0)]
    alone = pl.col("_hidden").sum().over(over) == 1
    candidate = pl.when(~pl.col("_hidden") & (pl.col("n") > 0)).then(size)
    is_smallest = candidate.rank("ordinal").over(over) == 1
    return figures.with_columns(_hidden=pl.col("_hidden") | (alone & is_smallest).fill_null(False))


def _rounded(figures: pl.DataFrame, metric: Metric, rule: Rule) -> pl.DataFrame:
    if rule.round_to == 1 or metric.statistic in {Statistic.MEAN, Statistic.QUANTILE, Statistic.CHANGE}:
        return figures.with_columns(n=_to_multiple("n", rule.round_to).cast(pl.Int64))
    names = ["numerator", "n"] + (["denominator"] if metric.statistic is Statistic.SHARE else [])
    rounded = figures.with_columns(_to_multiple(name, rule.round_to).cast(figures.schema[name]) for name in names)
    if metric.statistic in {Statistic.COUNT, Statistic.TOTAL}:
        return rounded.with_columns(value=pl.col("numerator"), lower=None, upper=None)
    value = pl.col("numerator") / pl.col("denominator") * metric.unit.scale
    return rounded.with_columns(value=value, lower=None, upper=None)


def _to_multiple(name: str, of: int) -> pl.Expr:
    return ((pl.col(name) + of / 2) / of).floor() * of if of > 1 else pl.col(name)


def _masked(figures: pl.DataFrame) -> pl.DataFrame:
    blank = [pl.when("_hidden").then(None).otherwise(pl.col(name)).alias(name) for name in HIDDEN]
    mark = pl.when("_hidden").then(pl.lit(CONFIDENTIAL)).otherwise(pl.col("mark"))
    unmarked = pl.when(mark == "[u]").then(None).otherwise(mark)
    return figures.with_columns(*blank, mark=unmarked)
