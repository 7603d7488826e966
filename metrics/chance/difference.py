"""Does a borough differ from the others at one time, beyond chance? As if children were dealt to boroughs at random.

What a borough's children come to is held against what as many children drawn from all of them would: their mean, spread
and lean follow from all children (Fisher's and Pitman's permutation test, by its first three moments; the chance from
Pearson's curve of type III). For a share that is all but the hypergeometric test, for events over residents the
binomial one.
"""

from typing import Final

import numpy as np
import polars as pl
from scipy import special

from metrics.card import Metric, Statistic
from metrics.chance.cases import AMOUNTS, BY, CASE
from metrics.chance.influence import OF_CHILDREN, SUMS
from metrics.statistics.intervals import Floats

COLUMNS: Final = (BY, "way", "chance", "cases")
LEAN_LEAST: Final = 1e-4
"""Under this lean Pearson's curve is the normal one."""


def apart(metric: Metric, known: pl.DataFrame) -> pl.DataFrame:
    """Judge each group against the others together. Columns: by, way (1 over them, -1 under), chance, cases.

    None of a sum: beside the others it says nothing but size. `known` are cases.
    """
    if metric.statistic in SUMS or known[BY].n_unique() < 2:
        return pl.DataFrame(schema={BY: pl.String, "way": pl.Int8, "chance": pl.Float64, "cases": pl.UInt32})
    sums = _of_events(known) if metric.statistic is Statistic.RATE else _of_draws(metric, known)
    far = sums["over"].to_numpy()
    step = 0.5 if metric.statistic in OF_CHILDREN else 0.0
    chance = _chance(
        np.maximum(np.abs(far) - step, 0) * np.sign(far), sums["spread"].to_numpy(), sums["lean"].to_numpy()
    )
    return sums.with_columns(way=pl.Series(np.sign(far), dtype=pl.Int8), chance=chance).select(COLUMNS).sort(BY)


def _of_events(known: pl.DataFrame) -> pl.DataFrame:
    """Events fall on a borough by its share of the residents."""
    sums = known.lazy().group_by(BY).agg(pl.col(AMOUNTS).sum(), cases=pl.col(CASE).count())
    share, events = pl.col("denominator") / pl.col("denominator").sum(), pl.col("numerator").sum()
    spread = (events * share * (1 - share)).sqrt()
    fell = {"over": pl.col("numerator") - events * share, "spread": spread, "lean": (1 - 2 * share) / spread}
    return sums.filter(pl.col("denominator") > 0).with_columns(**fell).collect()


def _of_draws(metric: Metric, known: pl.DataFrame) -> pl.DataFrame:
    """What each group's cases come to over what the ratio of all makes of them, and the moments of such a draw."""
    each = known.lazy().filter(pl.col(CASE).is_not_null()).with_columns(over=_over(metric))
    off = pl.col("over") - pl.col("over").mean()
    moments = {"n": pl.len().cast(pl.Float64), "squares": off.pow(2).sum(), "cubes": off.pow(3).sum()}
    sums = (
        each.with_columns(off.alias("over"), **moments)
        .group_by(BY)
        .agg(pl.col("over").sum(), pl.col(*moments).first(), cases=pl.len())
    )
    n, taken = pl.col("n"), pl.col("cases").cast(pl.Float64)
    left = n - taken
    variance = taken * left / (n * (n - 1).clip(1)) * pl.col("squares")
    third = taken * left * (left - taken) / (n * (n - 1).clip(1) * (n - 2).clip(1)) * pl.col("cubes")
    return sums.with_columns(spread=variance.sqrt(), lean=third / variance.pow(1.5)).collect()


def _over(metric: Metric) -> pl.Expr:
    """Give what a case is over the figure of all cases."""
    if metric.statistic is Statistic.QUANTILE:
        at = metric.quantile or 0.5
        return at - (pl.col("numerator") <= pl.col("numerator").quantile(at, "linear")).cast(pl.Float64)
    return pl.col("numerator") - pl.col("numerator").sum() / pl.col("denominator").sum() * pl.col("denominator")


def _chance(over: Floats, spread: Floats, lean: Floats) -> Floats:
    """Give the two-sided chance of a sum as far from its mean: twice the smaller tail of Pearson's curve."""
    with np.errstate(divide="ignore", invalid="ignore"):
        far = np.where(spread > 0, over / spread, 0.0)
        lean = np.where(np.isfinite(lean), lean, 0.0)
    lean = np.where(np.abs(lean) < LEAN_LEAST, LEAN_LEAST, lean)
    shape = 4 / lean**2
    under = special.gammainc(shape, np.maximum(shape + 2 * far / lean, 0))
    tail = np.where(lean > 0, under, 1 - under)
    return np.where(far == 0, 1.0, np.minimum(2 * np.minimum(tail, 1 - tail), 1.0))
