"""Published figures: who, what, when, and the number or the symbol that stands for it."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.areas import AREA, level_of
from loaders.published.figure import figure, footnote, is_symbol, number, symbol
from loaders.source import Check, Column, Source

FIGURE: Final = pl.col("figure")

PUBLISHED: Final = Source(
    slug="published",
    title="Published figures",
    about="One row a figure that somebody published, with the symbol where it is held back, and any footnote.",
    table="published",
    columns=(
        Column(
            "Authority",
            "authority",
            AREA,
            "Area, by name or code",
            "Brent",
            required=True,
            also=("la_name", "Area"),
        ),
        Column("Measure", "measure", kinds.text, "What was counted", "Children looked after", required=True),
        Column("Breakdown", "breakdown", kinds.text, "Part of the measure, blank for the whole", "", optional=True),
        Column("Period", "period", kinds.text, "When, as published", "2024-25", required=True),
        Column("Value", "figure", figure, "The figure or its symbol", "296", required=True),
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
    key=("authority", "measure", "part", "period", "publication"),
    derive={
        "level": level_of(pl.col("authority")),
        "value": number(FIGURE),
        "symbol": symbol(FIGURE),
        "note": pl.coalesce("given_note", footnote(FIGURE)),
        "part": pl.col("breakdown").fill_null(""),
        "publication": pl.col("given_publication").fill_null("Not stated"),
    },
    checks=(
        Check("no-figure", "Value", "The value is not a figure.", number(FIGURE).is_not_null() | is_symbol(FIGURE)),
    ),
    of_borough=False,
)
