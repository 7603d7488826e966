"""How far from home a child lives, and in whose area, as dimensions of a figure."""

from typing import Final

import polars as pl

from metrics.dimensions.bands import banded
from metrics.dimensions.neighbours import NEIGHBOURS
from metrics.guidance import FAR_MILES

HOME_REGION: Final = "London"
"""The region that the consortium's boroughs are in."""

ISLANDS: Final = ["Channel Islands", "Isle of Man"]
"""Regions without grid references, over the sea from any borough."""

NOT_KNOWN: Final = "Not known"

DISTANCE_BANDS: Final = [
    "Up to 5 miles",
    "5 to 10 miles",
    f"10 to {FAR_MILES} miles",
    f"Over {FAR_MILES} miles",
    NOT_KNOWN,
]

STEP_MILES: Final = 5
STEPPED_MILES: Final = 60
"""The steps of distance for a histogram, and where the last of them, open upwards, starts."""

DISTANCE_STEPS: Final = [
    *(f"{low} to {low + STEP_MILES}" for low in range(0, STEPPED_MILES, STEP_MILES)),
    f"Over {STEPPED_MILES}",
    NOT_KNOWN,
]

NEARNESS: Final = ["Home borough", "Neighbouring borough", "Rest of London", "Outside London", NOT_KNOWN]
"""Where a child lives, seen from the borough responsible. An authority outside London is never a neighbour."""


def is_far() -> pl.Expr:
    """Whether the placement is more than 20 miles from home; null where that is not known.

    The islands have no grid reference, but all of them are farther than that from any home in England: Alderney lies
    some 55 miles from Portland, the Isle of Man some 30 from St Bees Head.
    """
    on_islands = pl.col("host_region").is_in(ISLANDS)
    return pl.when(on_islands).then(statement=True).otherwise(pl.col("distance_miles") > FAR_MILES)


def distance_band() -> pl.Expr:
    """Give the band of the distance from home; more than 20 miles is far, and so are the islands."""
    bands = banded(pl.col("distance_miles"), [5, 10, FAR_MILES], DISTANCE_BANDS[:-1])
    far = pl.when(pl.col("distance_miles").is_null() & is_far()).then(pl.lit(DISTANCE_BANDS[-2]))
    return _known(pl.coalesce(far, bands.cast(pl.String)), DISTANCE_BANDS)


def distance_step() -> pl.Expr:
    """Give the five miles that the distance from home falls in, all alike from 60 miles on."""
    tops = range(STEP_MILES, STEPPED_MILES + 1, STEP_MILES)
    return _known(banded(pl.col("distance_miles"), tops, DISTANCE_STEPS[:-1]), DISTANCE_STEPS)


def nearness() -> pl.Expr:
    """Say how near the area that a child lives in is to the borough responsible."""
    home, next_door, london, beyond, _ = NEARNESS
    sides = [f"{borough}|{other}" for borough, others in NEIGHBOURS.items() for other in others]
    here, there = pl.col("borough"), pl.col("host_authority")
    words = (
        pl.when(there == here)
        .then(pl.lit(home))
        .when(pl.concat_str(here, there, separator="|").is_in(sides))
        .then(pl.lit(next_door))
        .when(pl.col("host_region") == HOME_REGION)
        .then(pl.lit(london))
        .when(there.is_not_null())
        .then(pl.lit(beyond))
    )
    return _known(words, NEARNESS)


def _known(words: pl.Expr, labels: list[str]) -> pl.Expr:
    return words.fill_null(pl.lit(NOT_KNOWN)).cast(pl.Enum(labels))
