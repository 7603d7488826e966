"""Which names stand for providers in the files, and how often."""

from typing import Final

import polars as pl

BY_NAME: Final = ["Confirmed name", "Name as given"]


def as_written(costs: pl.DataFrame, services: pl.DataFrame) -> pl.DataFrame:
    """Names that a provider is, or would be, known by: name, boroughs, prices, contracts; the most used first.

    A price whose provider its URN or its episode's sector tells needs no name. Takes the consolidated tables.
    """
    priced = costs.filter(pl.col("known_by").cast(pl.String).is_in(BY_NAME) & pl.col("provider_name").is_not_null())
    parts = [
        priced.select("borough", "provider_name", prices=pl.lit(1), contracts=pl.lit(0)),
        services.select("borough", "provider_name", prices=pl.lit(0), contracts=pl.lit(1)),
    ]
    found = pl.concat(parts).group_by(name="provider_name")
    counted = found.agg(pl.col("borough").unique().sort().alias("boroughs"), pl.col("prices", "contracts").sum())
    return counted.sort(pl.col("prices") + pl.col("contracts"), "name", descending=[True, False])
