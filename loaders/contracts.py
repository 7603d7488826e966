"""Commissioned services that have no price a child: what each costs a year."""

from typing import Final

import polars as pl

from loaders import kinds
from loaders.source import Check, Column, Source

CONTRACTS: Final = Source(
    slug="contracts",
    title="Service contracts",
    about="One row a service that a borough buys by the year, for instance one for children missing from home.",
    table="contracts",
    columns=(
        Column("Service", "service", kinds.text, "Name of the service", "Return interviews", required=True),
        Column("Provider", "provider_name", kinds.text, "Who provides it", "Safe Return", required=True),
        Column("Category", "category", kinds.text, "What it is for", "Missing from home", required=True),
        Column("From", "started", kinds.date, "First day of the price", "01/04/2024", required=True),
        Column("To", "ended", kinds.date, "First day no longer at this price; blank while it lasts", "", is_end=True),
        Column("Annual price", "annual_price", kinds.money, "Price a year in pounds", "48000", required=True),
    ),
    key=("service", "provider_name", "category", "started"),
    checks=(
        Check("below-nothing", "Annual price", "The price is less than nothing.", pl.col("annual_price") >= 0),
        Check("ended-first", "To", "To is before From.", pl.col("ended") >= pl.col("started")),
    ),
)
