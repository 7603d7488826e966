"""Children aged 0 to 17 by area and mid-year: our own layout, and the ONS estimates as the DfE publishes them."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.area_codes import CHECKS, CODES, COUNCIL, REGION, is_england, with_area
from loaders.areas import AREA
from loaders.source import Check, Column, Handed, Source

LATEST_YEAR: Final = 2100
YEAR: Final = kinds.whole(1981, LATEST_YEAR)
_ABOUT: Final = "One row an area and mid-year: how many children aged 0 to 17 live there."

POPULATION: Final = Source(
    slug="population",
    title="Population aged 0 to 17",
    about=_ABOUT,
    table="population",
    columns=(
        Column(
            "la_name",
            "authority",
            AREA,
            "Area, by name or code",
            "Brent",
            required=True,
            also=("Authority", "Local authority", "Local authority name", "Borough", "Area", "la_code", "new_la_code"),
        ),
        Column("mid_year", "mid_year", YEAR, "Year whose 30 June is meant", "2024", required=True),
        Column("population_0_17", "children", kinds.whole(0), "Children aged 0 to 17", "75001", required=True),
    ),
    key=("authority", "mid_year"),
    of_borough=False,
)

CHILDREN: Final = "Children aged 0 to 17 years"

LEVEL: Final = (
    pl.when(pl.any_horizontal(pl.col("la", "la_code", "la_number").is_not_null()))
    .then(pl.lit("Authority"))
    .when(pl.any_horizontal(pl.col("region", "region_code").is_not_null()))
    .then(pl.lit("Region"))
    .when(is_england())
    .then(pl.lit("England"))
)
"""What a row is of: the smallest area that it names."""


def _placed(rows: pl.DataFrame, _: Handed) -> pl.DataFrame:
    return with_area(rows, LEVEL)


ONS: Final = Source(
    slug="population",
    title="Population aged 0 to 17 (ONS)",
    about=_ABOUT + " As published on Explore Education Statistics, with regions and England.",
    table="population",
    columns=(
        Column("time_period", "mid_year", YEAR, "Year whose 30 June is meant", "2024", required=True),
        *CODES,
        REGION,
        COUNCIL,
        Column("age_group", "age_group", kinds.text, "Ages counted", CHILDREN, required=True),
        Column("population_estimate", "children", kinds.whole(0), "Children aged 0 to 17", "75001", required=True),
    ),
    key=("authority", "mid_year"),
    left_out=("time_identifier", "geographic_level"),
    complete=_placed,
    checks=(
        *CHECKS,
        Check(
            "other-ages", "age_group", f"The row does not count {CHILDREN.lower()}.", pl.col("age_group") == CHILDREN
        ),
    ),
    of_borough=False,
)
