"""Rows of Explore Education Statistics, wide as published, as long ones: one a figure."""

from typing import Final

import polars as pl

from loaders.kinds.kind import ONCE
from loaders.published.figure import behind, dressed, odd, plain_number, symbol

LEFT: Final = pl.when(pl.col("symbol").is_null()).then("cell")
SYMBOL: Final = symbol(pl.col("cell")).alias("symbol")
VALUE: Final = dressed(LEFT).alias("value")
NOTE: Final = behind(LEFT).alias("note")

Measures = dict[str, tuple[str, str | None]]
"""Column of figures to its measure and, where the heading names one, its breakdown."""


def long(frame: pl.DataFrame, measures: Measures, publication: str) -> pl.DataFrame:
    """One row a figure; cells with neither figure nor symbol make none."""
    shared = ["row", "authority", "level", "period"]
    part = pl.when(pl.col("part") != "").then("part")
    each = [
        frame.filter(pl.col(name).is_not_null()).select(
            *shared,
            *_figures(frame[name]),
            measure=pl.lit(measure),
            breakdown=pl.coalesce(pl.lit(breakdown, pl.String), part),
            publication=pl.lit(publication),
        )
        for name, (measure, breakdown) in measures.items()
    ]
    return pl.concat(each)


def _figures(cells: pl.Series) -> list[pl.Expr]:
    """Value, symbol and note of a column's cells; those that are no bare digits are looked at once each."""
    cell, different = pl.col(cells.name), odd(cells).to_frame("cell")
    if different.is_empty():
        nothing = pl.lit(None, pl.String)
        return [plain_number(cell).alias("value"), nothing.alias("symbol"), nothing.alias("note")]
    told = different.lazy().with_columns(SYMBOL).with_columns(VALUE, NOTE).collect(optimizations=ONCE)

    def of(name: str, dtype: type[pl.DataType]) -> pl.Expr:
        return cell.replace_strict(told["cell"], told[name], default=None, return_dtype=dtype)

    value = pl.coalesce(plain_number(cell), of("value", pl.Float64))
    return [value.alias("value"), of("symbol", pl.String).alias("symbol"), of("note", pl.String).alias("note")]
