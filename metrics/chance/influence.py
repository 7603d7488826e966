"""How far one case moves a figure: its shift, to first order (the figure's influence function).

Of a sum it is what the case adds; of a ratio what its numerator is over what the ratio makes of its denominator; of a
quantile whether the case lies under it, by the density there, which is read from the cases within one standard error of
it: farther away prices lie farther apart. Sources: Cochran (1977), Sampling Techniques, chapter 6; Woodruff (1952) for
quantiles.
"""

from typing import Final

import numpy as np
import polars as pl

from metrics.card import Metric, Statistic
from metrics.chance.cases import AMOUNTS, BY, CASE
from metrics.statistics.intervals import TAIL_OF_ONE_ERROR, distance, ranks

SUMS: Final = frozenset({Statistic.COUNT, Statistic.TOTAL})
OF_CHILDREN: Final = frozenset({Statistic.COUNT, Statistic.SHARE, Statistic.RATE})
"""Statistics to which a case adds one or nothing: their evidence comes in whole children."""


def shifts(metric: Metric, known: pl.DataFrame) -> pl.LazyFrame:
    """Give a row for each case of each group that is not fixed. Columns: by, case, shift, value, grain.

    All in the figure's unit: `value` is the group's figure, `grain` what one child moves it by, zero of an amount.
    """
    if metric.statistic is Statistic.QUANTILE:
        return _of_quantile(metric, known)
    each = known.lazy().group_by(BY, CASE).agg(pl.col(AMOUNTS).sum())
    totals = each.group_by(BY).agg(pl.col(AMOUNTS).sum().name.prefix("all_"))
    value, shift, child = _parts(metric)
    scale = metric.unit.scale
    grain = child * scale if metric.statistic in OF_CHILDREN else pl.lit(0.0)
    rows = each.join(totals, on=BY).filter(pl.col(CASE).is_not_null())
    return rows.select(BY, CASE, shift=shift * scale, value=value * scale, grain=grain).filter(
        pl.col("value").is_finite()
    )


def _parts(metric: Metric) -> tuple[pl.Expr, pl.Expr, pl.Expr]:
    """Give a group's figure, a case's shift and what one child moves it by, before the unit's scale."""
    all_of, over = pl.col("all_numerator"), pl.col("all_denominator")
    if metric.statistic in SUMS:
        return all_of, pl.col("numerator"), pl.lit(1.0)
    if metric.statistic is Statistic.RATE:
        return all_of / over, pl.col("numerator") / over, 1 / over
    ratio = all_of / over
    return ratio, (pl.col("numerator") - ratio * pl.col("denominator")) / over, 1 / over


def _of_quantile(metric: Metric, known: pl.DataFrame) -> pl.LazyFrame:
    at = metric.quantile or 0.5
    groups = known.group_by(BY).agg(
        value=pl.col("numerator").quantile(at, "linear"), n=pl.len(), values=pl.col("numerator").sort()
    )
    n = groups["n"].to_numpy().astype(np.float64)
    low, high = (np.clip(rank, 1, n) for rank in ranks(n, at, TAIL_OF_ONE_ERROR))
    ends = [groups["values"].list.get(pl.Series(rank - 1, dtype=pl.UInt32)) for rank in (low, high)]
    error = (ends[1] - ends[0]) / (2 * pl.Series(distance(low, high, n, at)))
    spread = error / (groups["n"] * at * (1 - at)).sqrt()
    under = (pl.col("numerator") <= pl.col("value")).cast(pl.Float64)
    rows = known.join(groups.select(BY, "value", spread=spread), on=BY).filter(pl.col(CASE).is_not_null())
    return rows.lazy().select(BY, CASE, shift=(at - under) * pl.col("spread"), value="value", grain=pl.lit(0.0))
