"""What is shown together is judged together: of the claims that a page makes, one in twenty is false at most.

Sources: Benjamini and Hochberg (1995), the false discovery rate; Benjamini and Bogomolov (2014) for families, of which
only those that stand out are looked into; Simes (1986) for whether anything of a family does.
"""

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

import polars as pl
from scipy import special

from metrics.statistics.intervals import FEWEST_OF_A_MEAN, Z

RATE: Final = 0.05
"""Share of a page's claims that may be false, on average.

At 0.10 18% of pages of made-up consortia whose prices rise each April made a false claim beside the true ones: true
claims make room for others. At 0.05 no kind of consortium has more than one page in ten."""

Key = TypeVar("Key")

Family = Mapping[str, float]
"""Chances by who: how often chance alone would give as great a difference."""


def found(chances: Mapping[Key, float], rate: float = RATE) -> frozenset[Key]:
    """Name those that stand out of one family."""
    order = sorted(chances, key=lambda name: chances[name])
    last = max((at for at, name in enumerate(order, 1) if chances[name] <= at * rate / len(order)), default=0)
    return frozenset(order[:last])


def simes(chances: Sequence[float]) -> float:
    """Give the chance that nothing of a family stands out as far; 1 of none."""
    return min((len(chances) * chance / at for at, chance in enumerate(sorted(chances), 1)), default=1.0)


def found_in(families: Mapping[str, tuple[float | None, Family]], rate: float = RATE) -> dict[str, frozenset[str]]:
    """Name those that stand out of several measures: the whole, `""`, first, then its parts.

    Each family is the chance of the whole (None: not judged) and those of its parts. Half of the rate goes to wholes
    and half to parts; only measures that stand out are looked into, at the rate that those take up.
    """
    overall = {name: _of_family(whole, parts) for name, (whole, parts) in families.items()}
    outstanding = found(overall, rate)
    level = rate * len(outstanding) / max(len(families), 1) / 2
    return {name: _of(*families[name], level) for name in families if name in outstanding}


def _of_family(whole: float | None, parts: Family) -> float:
    return min(2 * min(1.0 if whole is None else whole, simes(list(parts.values()))), 1.0)


def _of(whole: float | None, parts: Family, level: float) -> frozenset[str]:
    return found(parts, level) | ({""} if whole is not None and whole <= level else frozenset())


def clear_of(figures: pl.DataFrame, line: float) -> pl.Series:
    """Say which of several figures that are shown together are clear of a line, as one family.

    Columns: value, lower, upper (95%), n; one without them, or of fewer than `FEWEST_OF_A_MEAN` children, is not clear.
    """
    if "n" in figures.columns:
        figures = figures.with_columns(value=pl.when(pl.col("n") >= FEWEST_OF_A_MEAN).then("value"))
    reach = pl.when(pl.col("value") > line).then(pl.col("value") - pl.col("lower"))
    away = (pl.col("value") - line).abs() / reach.otherwise(pl.col("upper") - pl.col("value"))
    far = figures.select(away.cast(pl.Float64).alias("far"))["far"].fill_nan(None)
    chances = {at: _chance_of(known) for at, known in enumerate(far) if known is not None}
    clear = found(chances)
    return pl.Series("is_clear", [at in clear for at in range(figures.height)], dtype=pl.Boolean)


def _chance_of(reaches: float) -> float:
    """Give the two-sided chance of a figure so many times the reach of its 95% interval from where it ought to be."""
    return float(2 * special.ndtr(-reaches * Z))
