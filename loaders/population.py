"""Children aged 0 to 17 by area and mid-year: our own layout, and the ONS estimates as the DfE publishes them."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.source import Check, Column, Source

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
            kinds.text,
            "Area, as the DfE writes it",
            "Brent",
            required=True,
            also=("Authority", "Local authority"),
        ),
        Column("mid_year", "mid_year", YEAR, "Year whose 30 June is meant", "2024", required=True),
        Column("population_0_17", "children", kinds.whole(0), "Children aged 0 to 17", "75001", required=True),
    ),
    key=("authority", "mid_year"),
    of_borough=False,
)

CHILDREN: Final = "Children aged 0 to 17 years"

ONS: Final = Source(
    slug="population",
    title="Population aged 0 to 17 (ONS)",
    about=_ABOUT + " As published on Explore Education Statistics, with regions and England.",
    table="population",
    columns=(
        Column("time_period", "mid_year", YEAR, "Year whose 30 June is meant", "2024", required=True),
        Column("country_name", "country", kinds.text, "Country", "England"),
        Column("region_name", "region", kinds.text, "Region, on rows of a region or authority", "London"),
        Column("la_name", "la", kinds.text, "Authority, on rows of an authority", "Brent"),
        Column("age_group", "age_group", kinds.text, "Ages counted", CHILDREN, required=True),
        Column("population_estimate", "children", kinds.whole(0), "Children aged 0 to 17", "75001", required=True),
    ),
    key=("authority", "mid_year"),
    derive={"authority": pl.coalesce("la", "region", "country")},
    checks=(
        Check("no-area", "la_name", "The row names no area.", pl.col("authority").is_not_null()),
        Check(
            "other-ages", "age_group", f"The row does not count {CHILDREN.lower()}.", pl.col("age_group") == CHILDREN
        ),
    ),
    of_borough=False,
)
