"""Figures about units that have several rows: a young person's incidents, a child's prices, a cell of like care."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True)
class OfEach:
    """What the rows of one unit amount to within a group: aggregates, such as `pl.len() > 8`.

    The unit is told by the metric's `n_of`. Because it is asked group by group, a young person who went missing
    from care and from home counts once in the total and once under each.
    """

    numerator: pl.Expr
    denominator: pl.Expr


def merged(rows: pl.LazyFrame, of_each: OfEach, key: str, by: Sequence[str]) -> pl.LazyFrame:
    """Make one row of each unit in each group, with numerator, denominator, n (1), its first provider and its key."""
    sums = {"numerator": of_each.numerator, "denominator": of_each.denominator}
    cast = {name: what.cast(pl.Float64) for name, what in sums.items()}
    known = set(rows.collect_schema()) - {*by, key}
    beside = [pl.col(name).first() for name in ("provider", "key") if name in known]
    return rows.group_by(*by, key).agg(*beside, **cast).with_columns(n=pl.lit(1, pl.Int64))
