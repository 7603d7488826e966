"""Prices of placements: one in force at a time for a child, and where the child lived under it."""

from typing import Final

import polars as pl

from loaders.consolidate.beside import during
from loaders.consolidate.homes import with_registered
from loaders.consolidate.latest import dated, is_dropped, latest

BOUGHT: Final = ["sourcing", "arrangement", "distance_reason", "has_ehc_plan"]
LIVED: Final = [
    "legal_status",
    "category_of_need",
    "placement_group",
    "placement_type",
    "provider_sector",
    "provider",
    "host_authority",
    "host_region",
    "distance_miles",
    "is_out_of_area",
]


def one_at_a_time(costs: pl.DataFrame, loaded: pl.DataFrame) -> pl.DataFrame:
    """Prices by child and start, the latest return's row of each, none running into the next.

    An open price that the borough's later returns leave out ended with the last return that had it. Where
    two prices of a child overlap, the later start ends the earlier price.
    """
    rows = dated(latest(costs, "child", "started"), loaded).sort("child", "started")
    stale = pl.col("ended").is_null() & is_dropped()
    last_day = pl.max_horizontal("started", "as_at")
    closed = rows.with_columns(ended=pl.when(stale).then(last_day).otherwise("ended"))
    following = pl.col("started").shift(-1).over("child")
    return closed.with_columns(ended=pl.min_horizontal("ended", following)).drop("as_at")


def with_purchase(episodes: pl.DataFrame, prices: pl.DataFrame) -> pl.DataFrame:
    """Episodes with how they were bought: the price in force at the start, else the first one during it."""
    matched = during(episodes, prices, [*BOUGHT, "provider_name"])
    return matched.rename({"is_matched": "is_cost_known"})


def with_placement(prices: pl.DataFrame, episodes: pl.DataFrame, providers: pl.DataFrame) -> pl.DataFrame:
    """Prices with the episode open at their start, else the first one during them.

    A price without an episode stays, without a placement; its provider is as the price says. No price runs
    past the end of the child's period of care.
    """
    lived = during(prices, episodes, [*LIVED, "care_ended"])
    matched = lived.rename({"is_matched": "is_episode_known"})
    named = with_registered(matched, providers)
    return named.with_columns(
        provider=pl.coalesce("provider", "registered", "provider_name"),
        ended=pl.min_horizontal("ended", "care_ended"),
    )
