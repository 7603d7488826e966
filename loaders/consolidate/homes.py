"""Who provides a placement, in one name."""

from typing import Final

import polars as pl

from loaders import labels
from loaders.consolidate.latest import latest

OWN: Final = labels.PROVIDER_SECTOR["PR1"]
PARENTS: Final = labels.PROVIDER_SECTOR["PR0"]
NOT_RECORDED: Final = "Not recorded"


def register(providers: pl.DataFrame) -> pl.DataFrame:
    """The register's provider of each URN."""
    return providers.unique("urn", keep="last", maintain_order=True)


def with_provider(episodes: pl.DataFrame, providers: pl.DataFrame) -> pl.DataFrame:
    """Episodes with `provider`: by URN from the register, else from sector, else as the price names it.

    A borough's own provision is "<Borough> in-house", a child with parents "Parents". What remains is
    "Not recorded".
    """
    sector = pl.col("provider_sector")
    by_sector = (
        pl.when(sector == OWN).then(pl.col("borough") + " in-house").when(sector == PARENTS).then(pl.lit(PARENTS))
    )
    ways = {"URN": pl.col("registered"), "Sector": by_sector, "Name as given": pl.col("provider_name")}
    known_by = [pl.when(way.is_not_null()).then(pl.lit(name)) for name, way in ways.items()]
    named = with_registered(episodes, providers).with_columns(
        provider=pl.coalesce(*ways.values(), pl.lit(NOT_RECORDED)),
        known_by=pl.coalesce(*known_by, pl.lit("Not known")),
        urn_status=urn_status(),
    )
    return named.drop("registered")


def urn_status() -> pl.Expr:
    """What came of looking `urn` up; `registered` is what was found."""
    return (
        pl.when(pl.col("registered").is_not_null())
        .then(pl.lit("In the register"))
        .when(pl.col("urn") == labels.NOT_OFSTED)
        .then(pl.lit("Not registered with Ofsted"))
        .when(pl.col("urn").is_not_null())
        .then(pl.lit("Not in the register"))
        .otherwise(pl.lit("Not given"))
    )


def with_registered(rows: pl.DataFrame, providers: pl.DataFrame) -> pl.DataFrame:
    """Rows with `registered`, the register's provider of their URN; null where the register has none."""
    names = register(providers).select("urn", registered="provider")
    return rows.join(names, on="urn", how="left", maintain_order="left")


def services(contracts: pl.DataFrame) -> pl.DataFrame:
    """Contracts, each once: the latest return's word on a service, provider, category and start."""
    return latest(contracts, "borough", "service", "provider_name", "category", "started")
