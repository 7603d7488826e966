"""Whose own provision a provider is, by sector and responsible authority, whatever it is called; who may be named."""

from typing import Final

import polars as pl

from dashboard.data.borough_boundary import FEWEST, PROVIDER, Boundary, Owners
from dashboard.data.cache import kept
from dashboard.data.data_source import Tables, loaded_boroughs, tables_of

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


@kept(20)
def nameable(own: tuple[str, ...] | None, version: str) -> frozenset[str]:
    """Give the providers that may be named to those who are kept to some boroughs (None: to those who are not).

    None that is another borough's own, and none that just one of the others uses.
    """
    placed = tables_of(version)["episodes"].select(pl.col("provider", "borough").cast(pl.String)).drop_nulls().unique()
    if own is None:
        return frozenset(placed.select("provider").collect()["provider"])
    is_own = pl.col("borough").is_in(own)
    used = placed.group_by("provider").agg(is_own.any().alias("mine"), (~is_own).sum().alias("others"))
    names = used.filter(pl.col("mine") | (pl.col("others") >= FEWEST)).collect()["provider"]
    boundary = Boundary(own, tuple(name for name in loaded_boroughs(version) if name not in own), owners(version))
    return frozenset(name for name in names if not boundary.is_of_others(PROVIDER, name))


def _placed(rows: pl.LazyFrame) -> pl.LazyFrame:
    sector, borough = pl.col("provider_sector").cast(pl.String), pl.col("borough").cast(pl.String)
    owner = pl.when(sector == OWN).then(borough).when(sector == ANOTHER).then(pl.col("host_authority").cast(pl.String))
    return rows.select(pl.col("provider").cast(pl.String), owner=owner)


def _registered(providers: pl.LazyFrame) -> pl.LazyFrame:
    of_authority = pl.col("sector").cast(pl.String).is_in([OWN, ANOTHER])
    return providers.filter(of_authority).select(
        pl.col("provider").cast(pl.String), owner=pl.col("authority").cast(pl.String)
    )
