"""Numbers cut into named bands, each holding its upper end."""

from collections.abc import Sequence

import polars as pl


def banded(value: pl.Expr, tops: Sequence[int], labels: Sequence[str]) -> pl.Expr:
    """Give the label of the first band whose top is not passed, the last label past them all; null of null."""
    over_all = pl.when(value > tops[-1]).then(pl.lit(labels[-1]))
    bands = [pl.when(value <= top).then(pl.lit(label)) for top, label in zip(tops, labels, strict=False)]
    return pl.coalesce(*bands, over_all)
