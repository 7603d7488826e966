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
    named = pl.coalesce("registered", by_sector, "provider_name", pl.lit(NOT_RECORDED))
    return with_registered(episodes, providers).with_columns(provider=named).drop("registered")


def with_registered(rows: pl.DataFrame, providers: pl.DataFrame) -> pl.DataFrame:
    """Rows with `registered`, the register's provider of their URN; null where the register has none."""
    names = register(providers).select("urn", registered="provider")
    return rows.join(names, on="urn", how="left", maintain_order="left")


def services(contracts: pl.DataFrame) -> pl.DataFrame:
    """Contracts, each once: the latest return's word on a service, provider, category and start."""
    return latest(contracts, "borough", "service", "provider_name", "category", "started")
