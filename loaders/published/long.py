"""Rows of Explore Education Statistics, wide as published, as long ones: one a figure."""

import polars as pl

from loaders.published.figure import number, plain_number, symbol

Measures = dict[str, tuple[str, str | None]]
"""Column of figures to its measure and, where the heading names one, its breakdown."""


def long(frame: pl.DataFrame, measures: Measures, publication: str) -> pl.DataFrame:
    """One row a figure; cells with neither figure nor symbol make none."""
    shared = ["row", "authority", "level", "period"]
    part = pl.when(pl.col("part") != "").then("part")
    each = [
        frame.filter(pl.col(name).is_not_null()).select(
            *shared,
            *_figures(pl.col(name)),
            measure=pl.lit(measure),
            breakdown=pl.coalesce(pl.lit(breakdown, pl.String), part),
            note=pl.lit(None, pl.String),
            publication=pl.lit(publication),
        )
        for name, (measure, breakdown) in measures.items()
    ]
    return pl.concat(each)


def _figures(cell: pl.Expr) -> list[pl.Expr]:
    bare = plain_number(cell)
    odd = pl.when(bare.is_null()).then(cell)
    return [pl.coalesce(bare, number(odd)).alias("value"), symbol(odd).alias("symbol")]
