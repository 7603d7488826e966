"""Prices of placements beside episodes: how an episode was bought, and where the child lived under a price."""

from datetime import date
from typing import Final

import polars as pl

from loaders.consolidate.as_of_join import during
from loaders.consolidate.cuts import cut, open_again, until
from loaders.consolidate.providers import with_payee
from loaders.consolidate.repairs import Bench
from loaders.consolidate.repairs.prices import within_care
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
HOME: Final = [*LIVED, "known_by"]

MARCH: Final = 3
EVERY: Final = 4
"""Of so many return years one has 366 days: that which is named by a leap year, as it holds its 29 February."""


def with_purchase(episodes: pl.DataFrame, prices: pl.DataFrame) -> pl.DataFrame:
    """Episodes with how they were bought: the price in force at the start, else the first one during it."""
    told = prices.with_columns(price_urn="urn")
    matched = during(episodes, told, [*BOUGHT, "provider_name", "price_urn"])
    return matched.rename({"is_matched": "is_cost_known"})


def with_placement(
    priced: Bench, episodes: pl.DataFrame, providers: pl.DataFrame, rulings: Rulings = NO_RULINGS
) -> pl.DataFrame:
    """Prices parted by the placements that the child lived in while they lasted; days outside care are left out.

    A price without an episode stays as it is, without a placement; its provider is as the price says. So does one
    of short breaks alone: it has an episode, but no placement.
    """
    priced.rows = priced.rows.with_row_index("_price")
    care = episodes.filter(~pl.col("is_short_break"))
    homes = within_care(priced, _homes(priced.rows, care))
    rows, breaks = priced.rows, episodes.filter("is_short_break")
    lived = rows.join(_as_one(homes), on="_price", how="inner").with_columns(
        started=pl.col("_from"), ended=open_again("_to"), is_episode_known=pl.lit(value=True)
    )
    others = rows.join(homes, on="_price", how="anti")
    in_breaks = _homes(others, breaks)["_price"].unique()
    unplaced = others.with_columns(is_episode_known=pl.col("_price").is_in(in_breaks.implode()))
    placed = pl.concat([lived.drop("_from", "_to"), unplaced], how="diagonal").drop("_price")
    return with_payee(by_return_year(placed), providers, rulings)


def _homes(prices: pl.DataFrame, episodes: pl.DataFrame) -> pl.DataFrame:
    """Stretches in which a price and an episode of its child both last: _price, _from, _to and the home, in order."""
    spells = episodes.select("child", *HOME, _started="started", _ended=until())
    both = prices.select("_price", "child", "started", until()).join(spells, on="child")
    within = both.select(
        "_price", *HOME, _from=pl.max_horizontal("started", "_started"), _to=pl.min_horizontal("ended", "_ended")
    )
    return within.filter(pl.col("_from") < pl.col("_to")).sort("_price", "_from")


def _as_one(homes: pl.DataFrame) -> pl.DataFrame:
    """Stretches that follow each other in the same home as one."""
    alike = [pl.col(name).eq_missing(pl.col(name).shift()) for name in ("_price", *HOME)]
    goes_on = pl.all_horizontal(*alike, pl.col("_from") == pl.col("_to").shift()).fill_null(value=False)
    begins = homes.select(goes_on.not_().alias("begins"))["begins"]
    ends = begins.shift(-1, fill_value=True)
    return homes.filter(begins).with_columns(homes.filter(ends)["_to"])


def by_return_year(prices: pl.DataFrame) -> pl.DataFrame:
    """Amounts by the month or year cut where a return year of 366 days begins and ends; `is_of_leap_year` is in one."""
    by_year, year = pl.col("is_by_year").fill_null(value=False), _return_year(pl.col("started"))
    some = prices.filter(by_year)
    first, last = some.select(_return_year(pl.col("started").min()), pl.col("return_year").max()).row(0)
    years = range(first, last + 1) if some.height else range(0)
    ends = [date(each + more, 4, 1) for each in years if each % EVERY == 0 for more in (-1, 0)]
    days = pl.DataFrame({"is_by_year": [True] * len(ends), "day": ends}, {"is_by_year": pl.Boolean, "day": pl.Date})
    rows = pl.concat([prices.filter(~by_year), cut(some, days, on="is_by_year")])
    return rows.with_columns(is_of_leap_year=by_year & (year % EVERY == 0))


def _return_year(day: pl.Expr) -> pl.Expr:
    return day.dt.year() + (day.dt.month() > MARCH).cast(pl.Int32)
