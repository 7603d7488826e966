"""A cell that holds a figure, or the symbol that stands where one is held back."""

from typing import Final

import polars as pl

from loaders.kinds import Kind
from loaders.kinds.kind import ONCE

SYMBOLS: Final = {
    **{symbol: symbol for symbol in ("c", "x", "z", "k", "u", "low", "b", "p", "e", "f", "r")},
    **{symbol: symbol for symbol in ("-", ":", "..", ".", "~", "*")},
    **dict.fromkeys(("--", "–", "—", "−"), "-"),
    **dict.fromkeys(("**", "***"), "*"),
    **dict.fromkeys(("supp", "suppressed", "confidential"), "c"),
    **dict.fromkeys(("na", "not available", "..."), "x"),
    "not applicable": "z",
}
"""What stands for a figure, and the symbol that is kept.

DfE and government shorthand: c suppressed, x not available, z not applicable, k or low rounds to zero, u unreliable, b
break in series, p provisional, e estimated, f forecast, r revised. Older tables: `.` not applicable, `:` and `..` not
available, `~` rounds to zero, `*` suppressed.
"""
BOUND: Final = r"^[<>≤≥]\s*\d[\d,.]*\s*%?$"
"""A figure of which only a bound is published, such as <5: kept as it is written."""
BRACKETED: Final = r"^[\[(]\s*([^\])]+?)\s*[\])]$"
SCALES: Final = {"k": 1e3, "m": 1e6, "bn": 1e9}
FIGURE: Final = (
    r"(?i)^([(-]?)\s*(?:£|gbp)?\s*(-?[\d,]*\.?\d+(?:e[+-]?\d{1,3})?)\s*(k|m|bn)?\s*%?\s*\)?"
    r"\s*([*†‡]+|\[[^\]]+\]|\([^)]+\))?$"
)


def symbol(cell: pl.Expr) -> pl.Expr:
    """The symbol of a cell, in small letters and without its brackets; null where it holds a figure."""
    bare = cell.str.strip_chars().str.to_lowercase().str.replace(BRACKETED, "$1")
    known = bare.replace_strict(SYMBOLS, default=None, return_dtype=pl.String)
    return pl.coalesce(known, pl.when(cell.str.contains(BOUND)).then(cell.str.replace_all(r"\s", "")))


def is_symbol(cell: pl.Expr) -> pl.Expr:
    """Whether a cell holds a symbol in place of a figure."""
    return symbol(cell).is_not_null()


def number(cell: pl.Expr) -> pl.Expr:
    """The number of a cell, however it is dressed; null where it holds a symbol."""
    return pl.when(~is_symbol(cell)).then(dressed(cell))


def dressed(cell: pl.Expr) -> pl.Expr:
    """The number of a cell that is no symbol: pounds, thousands and brackets read."""
    group = _tidy(cell).str.extract_groups(FIGURE)
    sign = pl.when(group.struct.field("1") != "").then(-1.0).otherwise(1.0)
    scale = group.struct.field("3").str.to_lowercase().replace_strict(SCALES, default=1.0, return_dtype=pl.Float64)
    digits = group.struct.field("2").str.replace_all(",", "").cast(pl.Float64, strict=False)
    return digits * sign * scale


def is_figure(cell: pl.Expr) -> pl.Expr:
    """Whether a cell reads as a number, however it is dressed."""
    return _tidy(cell).str.contains(FIGURE)


def _tidy(cell: pl.Expr) -> pl.Expr:
    """Write a minus as a hyphen."""
    return cell.str.replace("−", "-", literal=True)


def plain_number(cell: pl.Expr) -> pl.Expr:
    """The number of a cell of bare digits; null of any other, "nan" and "inf" among them."""
    value = cell.cast(pl.Float64, strict=False)
    return pl.when(value.is_finite()).then(value)


def footnote(cell: pl.Expr) -> pl.Expr:
    """The mark that stands behind a figure, such as * or [r]."""
    return pl.when(~is_symbol(cell)).then(behind(cell))


def behind(cell: pl.Expr) -> pl.Expr:
    """The mark behind the figure of a cell that is no symbol."""
    return _tidy(cell).str.extract_groups(FIGURE).struct.field("4")


def odd(cells: pl.Series) -> pl.Series:
    """The different cells that are no bare digits: few, and so cheap to look at closely."""
    cell = pl.col("cell")
    dressed = cells.to_frame("cell").lazy().filter(cell.is_not_null(), plain_number(cell).is_null())
    return dressed.unique().collect(optimizations=ONCE).to_series().alias(cells.name)


NEITHER: Final = ~is_symbol(pl.col("cell")) & ~is_figure(pl.col("cell"))
"""Whether a cell is neither figure nor symbol."""


def _read(cells: pl.Series) -> pl.Series:
    """Keep what reads as a figure or a symbol; the parts are taken from it afterwards."""
    cell, different = pl.col("cell"), odd(cells).to_frame("cell")
    if different.is_empty():
        return cells
    bad = different.filter(NEITHER)["cell"]
    if bad.is_empty():
        return cells
    return cells.to_frame("cell").select(pl.when(~cell.is_in(bad.implode())).then(cell)).to_series().alias(cells.name)


figure: Final = Kind("figure", "a figure such as 1,020, 36%, £18.2m or 633*, or a symbol such as c", _read, ())
