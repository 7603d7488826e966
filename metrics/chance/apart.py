"""Does a borough differ from the others at one time, beyond chance? As if children were dealt to boroughs at random.

What a borough's children come to is held against what as many children drawn from all of them would: their mean, spread
and lean follow from all children (Fisher's and Pitman's permutation test, by its first three moments; the chance from
Pearson's curve of type III). For a share that is all but the hypergeometric test, for events over residents the
binomial one.
"""

from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy import special

from metrics.card import Metric, Statistic
from metrics.chance.cases import AMOUNTS, BY, CASE
from metrics.chance.shifts import OF_CHILDREN, SUMS

COLUMNS: Final = (BY, "way", "chance", "cases")
LEAN_LEAST: Final = 1e-4
"""Under this lean Pearson's curve is the normal one."""

Floats = NDArray[np.float64]


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
    sums = known.group_by(BY).agg(pl.col(AMOUNTS).sum(), cases=pl.col(CASE).count()).filter(pl.col("denominator") > 0)
    share, events = pl.col("denominator") / pl.col("denominator").sum(), pl.col("numerator").sum()
    spread = (events * share * (1 - share)).sqrt()
    return sums.with_columns(over=pl.col("numerator") - events * share, spread=spread, lean=(1 - 2 * share) / spread)


def _of_draws(metric: Metric, known: pl.DataFrame) -> pl.DataFrame:
    """What each group's cases come to over what the ratio of all makes of them, and the moments of such a draw."""
    each = known.filter(pl.col(CASE).is_not_null()).with_columns(e=_over(metric))
    off = pl.col("e") - pl.col("e").mean()
    n = each.height
    square, cube = each.select(off.pow(2).sum(), (off.pow(3)).sum().alias("cube")).row(0)
    taken = pl.col("cases").cast(pl.Float64)
    left = n - taken
    sums = each.group_by(BY).agg(over=pl.col("e").sum() - 0.0, cases=pl.len())
    variance = taken * left / (n * max(n - 1, 1)) * square
    third = taken * left * (left - taken) / (n * max(n - 1, 1) * max(n - 2, 1)) * cube
    return sums.with_columns(
        over=pl.col("over") - taken * (each["e"].mean() or 0.0), spread=variance.sqrt(), lean=third / variance.pow(1.5)
    )


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
