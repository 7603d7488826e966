"""Prices of placements beside episodes: how an episode was bought, and where the child lived under a price."""

from typing import Final

import polars as pl

from loaders.consolidate.beside import during
from loaders.consolidate.homes import with_payee
from loaders.consolidate.rulings import NO_RULINGS, Rulings

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


def with_purchase(episodes: pl.DataFrame, prices: pl.DataFrame) -> pl.DataFrame:
    """Episodes with how they were bought: the price in force at the start, else the first one during it."""
    told = prices.with_columns(price_urn="urn")
    matched = during(episodes, told, [*BOUGHT, "provider_name", "price_urn"])
    return matched.rename({"is_matched": "is_cost_known"})


def with_placement(
    prices: pl.DataFrame, episodes: pl.DataFrame, providers: pl.DataFrame, rulings: Rulings = NO_RULINGS
) -> pl.DataFrame:
    """Prices with the episode open at their start, else the first one during them.

    A price without an episode stays, without a placement; its provider is as the price says. `care_ended` is
    the end of the child's period of care.
    """
    lived = during(prices, episodes, [*LIVED, "known_by", "care_ended"])
    matched = lived.rename({"is_matched": "is_episode_known"})
    return with_payee(matched, providers, rulings)
