"""Has a figure changed between two times, beyond chance? By an interval of the difference, child by child.

A child who is in both figures counts once, by how far it moved the difference; so children who stay as they are say
that nothing changed, and only those who came, left or changed are evidence. Were the two times alike, each child's part
would be as likely to point the other way: the sum of the parts has no lean, and its standard error is the root of their
squares. Of counts and shares one child more is allowed for, so that two or three moves prove nothing (Agresti and Min
2005 add as much to the changes of each direction). Sources: McNemar (1947); Cochran (1977) for two ratios of partly the
same cases.
"""

from typing import Final

import numpy as np
import polars as pl
from scipy import special

from metrics.card import Metric, Statistic
from metrics.chance.cases import BY, CASE
from metrics.chance.influence import OF_CHILDREN, shifts
from metrics.statistics.intervals import Floats, Z, student

COLUMNS: Final = (BY, "value", "before", "change", "lower", "upper", "chance", "cases")


def change(metric: Metric, now: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    """Judge the change of each group that both times know.

    Columns: by, value, before, change, lower, upper, chance, cases. `lower` and `upper` bound the change (95%),
    `chance` is how often chance alone would give one as great, either way, `cases` are the children behind either
    figure. `now` and `before` are cases.
    """
    parts = _parts(metric, now, before)
    sums = parts.group_by(BY).agg(
        pl.col("value", "before", "grain").max(),
        squares=pl.col("part").pow(2).sum(),
        moved=(pl.col("part").abs() > 0).sum(),
        cases=pl.len(),
    )
    known = sums.filter(pl.col("value").is_not_null() & pl.col("before").is_not_null()).collect()
    moved = (known["value"] - known["before"]).to_numpy()
    error = np.sqrt(known["squares"].to_numpy() + known["grain"].to_numpy() ** 2)
    degrees = known["moved"].to_numpy().astype(np.float64) - 1
    is_known = metric.statistic in OF_CHILDREN or metric.statistic is Statistic.QUANTILE
    reach = (Z if is_known else student(degrees)) * error
    figures = known.with_columns(
        change=moved,
        lower=pl.Series(moved - reach, nan_to_null=True),
        upper=pl.Series(moved + reach, nan_to_null=True),
        chance=_chance(moved, error, None if is_known else degrees),
    )
    return figures.select(COLUMNS).sort(BY)


def _parts(metric: Metric, now: pl.DataFrame, before: pl.DataFrame) -> pl.LazyFrame:
    """Give what each case moves the difference by; a group's figures stand on each of its rows that has them."""
    late, early = shifts(metric, now), shifts(metric, before)
    both = late.join(early, on=[BY, CASE], how="full", coalesce=True, suffix="_before")
    part = pl.col("shift").fill_null(0) - pl.col("shift_before").fill_null(0)
    grain = pl.max_horizontal("grain", "grain_before")
    return both.select(BY, "value", before="value_before", part=part, grain=grain)


def _chance(moved: Floats, error: Floats, degrees: Floats | None) -> Floats:
    """Give the two-sided chance of a difference as great: normal, or Student's t; 1 where nothing is known."""
    with np.errstate(divide="ignore", invalid="ignore"):
        far = np.where(moved == 0, 0.0, np.abs(moved) / error)
    if degrees is None:
        return 2 * special.ndtr(-far)
    return np.where(degrees >= 1, 2 * special.stdtr(np.maximum(degrees, 1), -far), 1.0)
