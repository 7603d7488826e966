"""From sums to a value with its interval."""

from typing import Final

import numpy as np
import polars as pl

from metrics.card import Metric, Statistic
from metrics.guidance import SMALL
from metrics.shorthand import published_mark
from metrics.statistics.intervals import FEWEST_OF_A_MEAN, leaning, poisson, ranks, student, wilson

FIGURES: Final = ["numerator", "denominator", "value", "lower", "upper", "mark", "n"]
"""What every figure has beside its groupings."""


DIGITS: Final = 12
"""Sums of fractions differ in their last digits with the order they are added up in; figures do not."""


def steady(amount: pl.Expr) -> pl.Expr:
    """Leave out the digits that hang on the order of adding up."""
    return amount.round_sig_figs(DIGITS)


def valued(metric: Metric, sums: pl.DataFrame) -> pl.LazyFrame:
    """Add value, lower, upper and mark to sums, as the metric's statistic says."""
    mark = MARK
    if metric.statistic is Statistic.GIVEN:
        mark = pl.coalesce(pl.when(pl.col("rows") == 1).then(published_mark(pl.col("symbol"))), mark)
    return _VALUED[metric.statistic](metric, sums).with_columns(mark.alias("mark"), *TIDY)


NOTHING: Final = pl.col("value").is_null() | pl.col("value").is_nan()
FEW: Final = pl.col("n").is_between(1, SMALL)
MARK: Final = pl.when(NOTHING).then(pl.lit("[z]")).when(FEW).then(pl.lit("[u]")).otherwise(None)
TIDY: Final = [
    pl.when(NOTHING).then(None).otherwise(pl.col(name)).fill_nan(None).alias(name)
    for name in ("value", "lower", "upper")
]


def _total(metric: Metric, sums: pl.DataFrame) -> pl.LazyFrame:
    return _with(sums, value=pl.col("numerator"), denominator=NONE)


def _with(sums: pl.DataFrame, **figures: pl.Expr | pl.Series) -> pl.LazyFrame:
    """Put figures beside sums: no interval where none is given."""
    return sums.lazy().with_columns(**{"lower": NONE, "upper": NONE, **figures})


NONE: Final = pl.lit(None, pl.Float64)


def _count(metric: Metric, sums: pl.DataFrame) -> pl.LazyFrame:
    lower, upper = map(pl.Series, poisson(sums["numerator"].to_numpy()))
    return _with(sums, value=pl.col("numerator"), denominator=NONE, lower=lower, upper=upper)


def _ratio(metric: Metric, sums: pl.DataFrame) -> pl.LazyFrame:
    return _with(sums, value=_over(metric))


def _over(metric: Metric) -> pl.Expr:
    value = pl.col("numerator") / pl.col("denominator") * metric.unit.scale
    return pl.when(pl.col("denominator") != 0).then(value)


def _share(metric: Metric, sums: pl.DataFrame) -> pl.LazyFrame:
    lower, upper = wilson(pl.col("numerator"), pl.col("denominator"))
    scale = metric.unit.scale
    return _with(sums, value=_over(metric), lower=lower * scale, upper=upper * scale)


def _rate(metric: Metric, sums: pl.DataFrame) -> pl.LazyFrame:
    lower, upper = poisson(sums["numerator"].to_numpy())
    over = sums["denominator"].to_numpy() / metric.unit.scale
    with np.errstate(divide="ignore", invalid="ignore"):
        return _with(sums, value=_over(metric), lower=pl.Series(lower / over), upper=pl.Series(upper / over))


def _mean(metric: Metric, sums: pl.DataFrame) -> pl.LazyFrame:
    """Put an interval on a mean: as wide as its cases vary, further out on the side of its long tail (Hall 1992).

    None of fewer than `FEWEST_OF_A_MEAN` cases: the dear ones may all be missing.
    """
    rows = sums["rows"].cast(pl.Float64)
    squares, cubes = _off()
    error = (squares * (rows / (rows - 1))).sqrt() / pl.col("denominator").abs()
    known = sums.with_columns(
        error=pl.when(rows >= FEWEST_OF_A_MEAN).then(error) * metric.unit.scale,
        lean=pl.when(squares > 0).then(cubes / squares.pow(1.5)).otherwise(0.0),
    )
    low, high = leaning(student(rows.to_numpy() - 1), known["lean"].to_numpy())
    value, error = pl.col("value"), pl.col("error")
    return _ratio(metric, known).with_columns(
        lower=value - error * pl.Series(high), upper=value - error * pl.Series(low)
    )


def _off() -> tuple[pl.Expr, pl.Expr]:
    """Give the squares and the cubes of what cases are off what the mean makes of them, summed."""
    ratio = pl.col("numerator") / pl.col("denominator")
    squares = pl.col("numerator_squared") - 2 * ratio * pl.col("product") + ratio**2 * pl.col("denominator_squared")
    cubes = (
        pl.col("numerator_cubed")
        - 3 * ratio * pl.col("product_twice_numerator")
        + 3 * ratio**2 * pl.col("product_twice_denominator")
        - ratio**3 * pl.col("denominator_cubed")
    )
    return squares.clip(lower_bound=0), cubes


def _quantile(metric: Metric, sums: pl.DataFrame) -> pl.LazyFrame:
    quantile = metric.quantile if metric.quantile is not None else 0.5
    low, high = ranks(sums["rows"].to_numpy().astype(np.float64), quantile)
    ranked = sums.with_columns(pl.Series("low", low).cast(pl.Int64), pl.Series("high", high).cast(pl.Int64))
    values, rows = pl.col("values"), pl.col("rows").cast(pl.Int64)
    return _total(metric, ranked).with_columns(
        value=values.list.eval(pl.element().quantile(quantile, "linear")).list.first(),
        denominator=pl.col("rows").cast(pl.Float64),
        numerator=pl.lit(None, pl.Float64),
        lower=pl.when(pl.col("low") >= 1).then(values.list.get(pl.col("low") - 1, null_on_oob=True)),
        upper=pl.when(pl.col("high") <= rows).then(values.list.get(pl.col("high") - 1, null_on_oob=True)),
    )


def _given(metric: Metric, sums: pl.DataFrame) -> pl.LazyFrame:
    alone, known = pl.col("rows") == 1, pl.col("denominator") == 1
    return (
        _total(metric, sums)
        .with_columns(pl.when(alone).then("numerator").otherwise(0.0), denominator=sums["denominator"])
        .with_columns(value=pl.when(alone & known).then("numerator"))
    )


_VALUED = {
    Statistic.COUNT: _count,
    Statistic.TOTAL: _total,
    Statistic.SHARE: _share,
    Statistic.RATE: _rate,
    Statistic.MEAN: _mean,
    Statistic.QUANTILE: _quantile,
    Statistic.CHANGE: _ratio,
    Statistic.GIVEN: _given,
}
