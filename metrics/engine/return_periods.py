"""Which returns speak of which population, and up to which day."""

from collections.abc import Set
from datetime import date
from typing import Final

import polars as pl

from metrics.engine.sources import (
    ASYLUM,
    COSTS,
    EPISODES,
    EVERY_BOROUGH,
    HEADER,
    NEEDS,
    Sources,
)
from metrics.engine.table_cache import plain, remembered
from metrics.periods import return_year
from metrics.populations import POPULATIONS, Tables

TOLD_BY: Final[dict[str, Sources]] = {
    "sex": HEADER,
    "age": HEADER,
    "age_band": HEADER,
    "ethnicity": HEADER,
    "is_uasc": ASYLUM,
    "need_level": NEEDS,
    "sourcing": COSTS,
    "arrangement": COSTS,
    "distance_reason": COSTS,
    "has_ehc_plan": COSTS,
}
"""Dimensions that another table than the population's own tells. Without it nobody is known to be in any of them."""

NOT_KNOWN: Final = frozenset({"", "Not recorded", "Not assessed"})
"""Values of a dimension that say that nothing is known: a filter by one asks for those of whom nothing is told."""

NEVER_UNKNOWN: Final = frozenset({"is_uasc"})
"""Dimensions without a group for those of whom nothing is known."""


def told_by(needs: Set[str], name: str) -> Sources | None:
    """Give the sources that tell a dimension of some populations; None where their own rows do."""
    is_own = (
        any(POPULATIONS[each].tells_age_and_sex for each in needs)
        and TOLD_BY.get(name) == HEADER
        and name != "ethnicity"
    )
    return None if is_own else TOLD_BY.get(name)


def data_date(tables: Tables) -> date:
    """Give the last day that every borough's episodes speak of; of its other files, where nobody's episodes are loaded.

    31 March 2025 when no borough has anything loaded.
    """
    return remembered(tables, "data date", lambda: _last_of_all(tables)) or date(2025, 3, 31)


def reporting(tables: Tables) -> list[str]:
    """Name the boroughs whose episodes are loaded; who has any, where it is not known what is loaded, as in a test."""
    told = spans(tables).filter(pl.col("source").is_in(EPISODES))["borough"]
    if told.is_empty():
        told = tables["episodes"].select(pl.col("borough").cast(pl.String)).collect()["borough"]
    return told.unique().sort().to_list()


def spans(tables: Tables) -> pl.DataFrame:
    """Give what is loaded of each borough, with the first and last day that each return speaks of; found once.

    No file speaks of a day after the one on which it was loaded. One whose rows tell no day of the year, a header for
    instance, speaks up to the day that the episodes of the same return do.
    Columns: borough, source, return_year, first, last.
    """
    held = plain(tables)
    return remembered(held, "spans", lambda: _spans(held))


def _spans(tables: Tables) -> pl.DataFrame:
    year = pl.coalesce("return_year", return_year(pl.col("as_at").cast(pl.Date))).cast(pl.Int32)
    last = pl.min_horizontal(pl.coalesce("as_at", pl.date(year, 3, 31)), pl.col("loaded_at").dt.date())
    told = {"return_year": year, "first": pl.date(year - 1, 4, 1), "last": last}
    of_boroughs = tables["loaded"].filter(pl.col("borough") != EVERY_BOROUGH)
    loaded = of_boroughs.select("borough", "source", **told).drop_nulls("return_year").collect()
    of_episodes = pl.col("last").filter(pl.col("source").is_in(EPISODES)).max().over("borough", "return_year")
    undated = pl.col("last") == pl.col("first")
    return loaded.with_columns(last=pl.when(undated).then(pl.coalesce(of_episodes, "last")).otherwise("last"))


def _last_of_all(tables: Tables) -> date | None:
    days = spans(tables).with_columns(is_episodes=pl.col("source").is_in(EPISODES))
    known = days.group_by("borough", "is_episodes").agg(pl.col("last").max())
    both = known.group_by("is_episodes").agg(pl.col("last").min()).sort("is_episodes", descending=True)
    return both.select(pl.col("last").first()).item()
