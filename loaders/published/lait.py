"""The Local Authority Interactive Tool (DfE): its long file of figures, and its dictionary of what they mean."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.areas import area_of, coded, level_of, same_area
from loaders.kinds import Kind
from loaders.published.figure import figure, footnote, is_symbol, number, symbol
from loaders.source import Check, Column, Source

VALUE: Final = pl.col("figure")
PUBLICATION: Final = "Local Authority Interactive Tool, Department for Education"
NUMBERED: Final = coded(pl.col("number"))
NAMED: Final = area_of(pl.col("area"))
AREA: Final = pl.coalesce(NUMBERED, NAMED)

LAIT: Final = Source(
    slug="published",
    title="Published figures (Local Authority Interactive Tool)",
    about="One row an area, measure and year; measures go by their short description.",
    table="published",
    columns=(
        Column("Short Desc", "measure", kinds.text, "Measure, by its short description", "LACnum", required=True),
        Column("Years", "period", kinds.text, "Year, as published", "2024-25 (OT)", required=True),
        Column("LA and Regions", "area", kinds.text, "Area", "Brent", required=True),
        Column("LA Number", "number", kinds.text, "The area's number at the DfE", "304", optional=True),
        Column("Values", "figure", figure, "The figure or its symbol", "296", required=True),
    ),
    key=("authority", "measure", "period"),
    left_out=("Data item", "Region"),
    derive={
        "authority": AREA,
        "level": level_of(AREA),
        "breakdown": pl.lit(None, pl.String),
        "value": number(VALUE),
        "symbol": symbol(VALUE),
        "note": footnote(VALUE),
        "publication": pl.lit(PUBLICATION),
    },
    checks=(
        Check("unknown-area", "LA and Regions", "The row is of an area that is not known.", AREA.is_not_null()),
        Check(
            "areas-disagree",
            "LA and Regions",
            "The number and the name are of two areas. Correct one of them.",
            same_area(NAMED, NUMBERED),
        ),
        Check("no-figure", "Values", "The value is not a figure.", number(VALUE).is_not_null() | is_symbol(VALUE)),
    ),
    of_borough=False,
)

LONGEST: Final = 10_000
NONE: Final = "NA"
"""What the dictionary writes for nothing, beside the dash."""


def _read(cells: pl.Series) -> pl.Series:
    cell = pl.col("cell").str.replace_all(r"[ \t\r]*\n\s*", "\n")
    kept = pl.when((cell.str.len_chars() <= LONGEST) & cell.str.contains(r"\w")).then(cell)
    return cells.to_frame("cell").select(kept).to_series().alias(cells.name)


def _read_decimals(cells: pl.Series) -> pl.Series:
    return kinds.whole(0, 9).read(cells.set(cells == NONE, "0"))


_decimals: Final = Kind("whole number", "a whole number from 0 to 9", _read_decimals)
_prose: Final = Kind("text", f"words of at most {LONGEST:,} letters", _read)

DICTIONARY: Final = Source(
    slug="indicators",
    title="What published measures mean (Local Authority Interactive Tool)",
    about="One row a measure of the tool: what it counts, how, and which way is good.",
    table="indicators",
    columns=(
        Column("Measure_short", "measure", kinds.text, "Short description", "LACnum", required=True),
        Column("Chart_title", "title", kinds.text, "What it is called", "Children looked after (num)", required=True),
        Column("Topic", "topic", kinds.text, "Topic", "Children Looked After"),
        Column("Polarity", "polarity", kinds.text, "Which way is good: High, Low, or neither", "Low"),
        Column("Description", "description", _prose, "What it shows", "Children looked after at 31 March."),
        Column("Methodology", "methodology", _prose, "How it is worked out", "A count."),
        Column("Hyperlink(s)", "source", _prose, "Where it is published", ""),
        Column("dps", "decimals", _decimals, "Decimals shown; none where it says NA", "0"),
    ),
    key=("measure",),
    repeats="last stands",
    left_out=(
        "Measure_code",
        "Measure",
        "y_axis_name",
        "state_funded_flag",
        "Table_status",
        "Last Update",
        "Next Update",
        "Data Owner (DO) /Supplier and Contact Details",
        "Year_Type",
        "No_Quartile",
    ),
    derive={name: pl.when(pl.col(name) != NONE).then(name) for name in ("polarity", "methodology", "source")},
    dashes_are_blank=True,
    of_borough=False,
)
