"""A cell that holds a figure, or the symbol that stands where one is held back."""

from typing import Final

import polars as pl

from loaders.kinds import Kind

SYMBOLS: Final = ["c", "x", "z", "k", "u", "low", "-", ":", "..", "*"]
"""DfE and ONS: c suppressed, x not available, z not applicable, k or low rounds to nothing, u unreliable."""
SCALES: Final = {"k": 1e3, "m": 1e6, "bn": 1e9}
FIGURE: Final = (
    r"(?i)^([(-]?)\s*(?:£|gbp)?\s*(-?[\d,]*\.?\d+(?:e[+-]?\d{1,3})?)\s*(k|m|bn)?\s*%?\s*\)?"
    r"\s*([*†‡]+|\[[^\]]+\]|\([^)]+\))?$"
)


def is_symbol(cell: pl.Expr) -> pl.Expr:
    """Whether a cell holds a symbol in place of a figure."""
    return cell.str.to_lowercase().is_in(SYMBOLS)


def symbol(cell: pl.Expr) -> pl.Expr:
    """The symbol of a cell, in small letters; null where it holds a figure."""
    return pl.when(is_symbol(cell)).then(cell.str.to_lowercase())


def number(cell: pl.Expr) -> pl.Expr:
    """The number of a cell, pounds, thousands and brackets read; null where it holds a symbol."""
    group = cell.str.extract_groups(FIGURE)
    sign = pl.when(group.struct.field("1") != "").then(-1.0).otherwise(1.0)
    scale = group.struct.field("3").str.to_lowercase().replace_strict(SCALES, default=1.0, return_dtype=pl.Float64)
    digits = group.struct.field("2").str.replace_all(",", "").cast(pl.Float64, strict=False)
    return pl.when(~is_symbol(cell)).then(digits * sign * scale)


def plain_number(cell: pl.Expr) -> pl.Expr:
    """The number of a cell of bare digits; null of any other, "nan" and "inf" among them."""
    value = cell.cast(pl.Float64, strict=False)
    return pl.when(value.is_finite()).then(value)


def footnote(cell: pl.Expr) -> pl.Expr:
    """The mark that stands behind a figure, such as * or [r]."""
    return pl.when(~is_symbol(cell)).then(cell.str.extract_groups(FIGURE).struct.field("4"))


def _read(cells: pl.Series) -> pl.Series:
    """Keep what reads as a figure or a symbol; the parts are taken from it afterwards."""
    cell = pl.col("cell")
    bare = plain_number(cell).is_not_null()
    left = pl.when(~bare).then(cell)
    good = bare | is_symbol(left) | left.str.contains(FIGURE)
    return cells.to_frame("cell").select(pl.when(good).then(cell)).to_series().alias(cells.name)


figure: Final = Kind("figure", "a figure such as 1,020, 36%, £18.2m or 633*, or a symbol such as c", _read, ())
