"""Whose own provision a provider is: by sector and responsible authority, whatever it is called."""

from typing import Final

import polars as pl

from dashboard.data.boundary import Owners
from dashboard.data.kept import kept
from dashboard.data.source import Tables, tables_of

OWN: Final = "Own provision"
ANOTHER: Final = "Other local authority"
PLACED: Final = ("episodes", "costs")
"""Tables whose rows say who provides a child's placement."""


@kept(4)
def owners(version: str) -> Owners:
    """Give, by provider, the boroughs whose own provision it is, in the data of a version."""
    return owners_of(tables_of(version))


def owners_of(tables: Tables) -> dict[str, frozenset[str]]:
    """Give the same of tables.

    A borough's own provision is its own; another authority's is of the area it stands in; a setting that the register
    lists as an authority's is that authority's.
    """
    found = pl.concat([*(_placed(tables[name]) for name in PLACED), _registered(tables["providers"])]).drop_nulls()
    each = found.unique().group_by("provider").agg("owner").collect()
    return {provider: frozenset(boroughs) for provider, boroughs in each.iter_rows()}


def _placed(rows: pl.LazyFrame) -> pl.LazyFrame:
    sector, borough = pl.col("provider_sector").cast(pl.String), pl.col("borough").cast(pl.String)
    owner = pl.when(sector == OWN).then(borough).when(sector == ANOTHER).then(pl.col("host_authority").cast(pl.String))
    return rows.select(pl.col("provider").cast(pl.String), owner=owner)


def _registered(providers: pl.LazyFrame) -> pl.LazyFrame:
    of_authority = pl.col("sector").cast(pl.String).is_in([OWN, ANOTHER])
    return providers.filter(of_authority).select(
        pl.col("provider").cast(pl.String), owner=pl.col("authority").cast(pl.String)
    )
