"""Who provides a placement, in one name: by URN, by sector, by a name that a person has confirmed, or as given.

A name is never taken for a provider of the register unless a person has ruled that it is that provider.
"""

from collections.abc import Mapping
from typing import Final

import polars as pl

from loaders import labels
from loaders.consolidate.latest_return import latest
from loaders.consolidate.rulings import NO_RULINGS, Rulings

OWN: Final = labels.PROVIDER_SECTOR["PR1"]
PARENTS: Final = labels.PROVIDER_SECTOR["PR0"]
NOT_RECORDED: Final = "Not recorded"
JUDGED: Final = ("inspected", "judgement")
SURE: Final = ["URN", "Sector"]
"""How an episode's own return says who provides it; a price cannot contradict that."""


def register(providers: pl.DataFrame) -> pl.DataFrame:
    """One row a URN: of the newest release, by the day its file is named after, else by the day it was uploaded.

    Where that release does not say how the setting was judged, the last one that does has the word, unless it tells
    of a later inspection.
    """
    in_order = providers.sort("listed", maintain_order=True)
    newest = in_order.unique("urn", keep="last", maintain_order=True)
    unsaid = pl.col("judgement") == labels.NOT_KNOWN
    if not newest.select(unsaid.any()).item():
        return newest
    judged = in_order.filter(~unsaid).unique("urn", keep="last").select("urn", *JUDGED)
    stands = unsaid & (pl.col("inspected") <= pl.col("inspected_before")).fill_null(value=True)
    filled = (pl.when(stands).then(pl.coalesce(f"{name}_before", name)).otherwise(name).alias(name) for name in JUDGED)
    both = newest.join(judged, on="urn", how="left", suffix="_before", maintain_order="left")
    return both.with_columns(filled).select(newest.columns)


def with_provider(episodes: pl.DataFrame, providers: pl.DataFrame, rulings: Rulings = NO_RULINGS) -> pl.DataFrame:
    """Episodes with `provider`, `known_by` and `urn_status`.

    By URN from the register, else from sector: a borough's own provision is "<Borough> in-house", a child with
    parents "Parents". Else as the price says: by its URN where the return gives none, by a confirmed name, or by
    the name as given. What remains is "Not recorded".
    """
    sector = pl.col("provider_sector")
    by_sector = (
        pl.when(sector == OWN).then(pl.col("borough") + " in-house").when(sector == PARENTS).then(pl.lit(PARENTS))
    )
    of_price = pl.when(pl.col("urn").is_null()).then("registered_price")
    found = with_registered(with_registered(episodes, providers), providers, of="price_urn", name="registered_price")
    ways = [("URN", pl.col("registered")), ("Sector", by_sector), ("URN", of_price), *_by_name(rulings)]
    named = found.with_columns(*_first(ways, NOT_RECORDED), urn_status=urn_status())
    return named.drop("registered", "registered_price", "price_urn")


def with_payee(prices: pl.DataFrame, providers: pl.DataFrame, rulings: Rulings = NO_RULINGS) -> pl.DataFrame:
    """Prices with `provider` and `known_by`: their episode's where its return says, else as the price itself says.

    Rows have the episode's `provider` and `known_by` (null without one). By the price's URN, a confirmed name, the
    name as given; failing these, as the episode is known.
    """
    said = [(way, pl.when(pl.col("known_by") == way).then("provider")) for way in SURE]
    others = [(way, pl.when(pl.col("known_by") == way).then("provider")) for way in labels.KNOWN_BY if way not in SURE]
    ways = [*said, ("URN", pl.col("registered")), *_by_name(rulings), *others]
    return with_registered(prices, providers).with_columns(*_first(ways, None)).drop("registered")


def _by_name(rulings: Rulings) -> list[tuple[str, pl.Expr]]:
    return [("Confirmed name", confirmed(rulings.same_as)), ("Name as given", pl.col("provider_name"))]


def confirmed(same_as: Mapping[str, str | None]) -> pl.Expr:
    """The provider that a person has ruled `provider_name` to be, written exactly so; null where nobody has."""
    ruled = {name: provider for name, provider in same_as.items() if provider is not None}
    return pl.col("provider_name").replace_strict(ruled, default=None, return_dtype=pl.String)


def _first(ways: list[tuple[str, pl.Expr]], otherwise: str | None) -> list[pl.Expr]:
    """The first way that names a provider, and which way that was."""
    known_by = [pl.when(way.is_not_null()).then(pl.lit(name)) for name, way in ways]
    provider = pl.coalesce(*(way for _, way in ways), pl.lit(otherwise, pl.String))
    return [provider.alias("provider"), pl.coalesce(*known_by, pl.lit("Not known")).alias("known_by")]


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


def with_registered(
    rows: pl.DataFrame, providers: pl.DataFrame, *, of: str = "urn", name: str = "registered"
) -> pl.DataFrame:
    """Rows with the register's provider of their URN; null where the register has none."""
    names = register(providers).select(pl.col("urn").alias(of), pl.col("provider").alias(name))
    return rows.join(names, on=of, how="left", maintain_order="left")


def services(contracts: pl.DataFrame, rulings: Rulings = NO_RULINGS) -> pl.DataFrame:
    """Contracts, each once: the latest return's word on a service, provider, category and start."""
    once = latest(contracts, "borough", "service", "provider_name", "category", "started")
    return once.with_columns(provider=pl.coalesce(confirmed(rulings.same_as), "provider_name"))
