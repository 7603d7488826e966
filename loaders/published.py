"""Published figures: who, what, when, and the number or the symbol that stands for it."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.kinds import Kind
from loaders.source import Check, Column, Source

SYMBOLS: Final = ["c", "x", "z", "k", "u", "low", "-", ":", "..", "*"]
"""DfE and ONS: c suppressed, x not available, z not applicable, k or low rounds to nothing, u unreliable."""
SCALES: Final = {"k": 1e3, "m": 1e6, "bn": 1e9}
FIGURE: Final = r"(?i)^([(-]?)\s*(?:£|gbp)?\s*(-?[\d,]*\.?\d+)\s*(k|m|bn)?\s*%?\s*\)?\s*([*†‡]+|\[[^\]]+\]|\([^)]+\))?$"


def _read_figure(cells: pl.Series) -> pl.Series:
    """Keep what reads as a figure or a symbol; the parts are taken from it afterwards."""
    good = cells.str.to_lowercase().is_in(SYMBOLS) | cells.str.contains(FIGURE)
    return cells.set(~good.fill_null(value=False), None)


_figure: Final = Kind("figure", "a figure such as 1,020, 36%, £18.2m or 633*, or a symbol such as c", _read_figure, ())
_group: Final = pl.col("figure").str.extract_groups(FIGURE)
_sign: Final = pl.when(_group.struct.field("1") != "").then(-1.0).otherwise(1.0)
_scale: Final = _group.struct.field("3").str.to_lowercase().replace_strict(SCALES, default=1.0, return_dtype=pl.Float64)
_number: Final = _group.struct.field("2").str.replace_all(",", "").cast(pl.Float64, strict=False)
_is_symbol: Final = pl.col("figure").str.to_lowercase().is_in(SYMBOLS)

PUBLISHED: Final = Source(
    slug="published",
    title="Published figures",
    about="One row a figure that somebody published, with the symbol where it is held back, and any footnote.",
    table="published",
    columns=(
        Column(
            "Authority",
            "authority",
            kinds.text,
            "Area, as the DfE writes it",
            "Brent",
            required=True,
            also=("la_name", "Area"),
        ),
        Column("Measure", "measure", kinds.text, "What was counted", "Children looked after", required=True),
        Column("Period", "period", kinds.text, "When, as published", "2024-25", required=True),
        Column("Value", "figure", _figure, "The figure or its symbol", "296", required=True),
        Column("Note", "given_note", kinds.text, "Footnote", "", optional=True),
        Column(
            "Publication",
            "given_publication",
            kinds.text,
            "Where it was published",
            "SSDA903, DfE",
            optional=True,
            also=("Source",),
        ),
    ),
    key=("authority", "measure", "period", "publication"),
    derive={
        "level": pl.lit(None, pl.String),
        "breakdown": pl.lit(None, pl.String),
        "value": pl.when(~_is_symbol).then(_number * _sign * _scale),
        "symbol": pl.when(_is_symbol).then(pl.col("figure").str.to_lowercase()),
        "note": pl.coalesce("given_note", pl.when(~_is_symbol).then(_group.struct.field("4"))),
        "publication": pl.col("given_publication").fill_null("Not stated"),
    },
    checks=(Check("no-figure", "Value", "The value is not a figure.", pl.col("value").is_not_null() | _is_symbol),),
    of_borough=False,
)
