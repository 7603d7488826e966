"""Where an authority stands among all of England's, in words: never as a table."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

import polars as pl

from metrics.benchmarks.series import series, twin_of
from metrics.card import Polarity, Unit
from metrics.discover import METRICS
from metrics.populations import Tables
from metrics.when import When

QUARTERS: Final = 4
SIZES: Final = frozenset({Unit.CHILDREN, Unit.INCIDENTS, Unit.POUNDS})
"""Units that grow with the authority: to rank by them says only how big it is."""

WORDS: Final = {
    Polarity.HIGH: ("best", "second best", "second worst", "worst"),
    Polarity.LOW: ("worst", "second worst", "second best", "best"),
    Polarity.NEITHER: ("highest", "second highest", "second lowest", "lowest"),
}
"""The quarters of England's authorities from the highest values down, as they are called by which way is good."""


@dataclass(frozen=True)
class Standing:
    """An authority's place by its published figure: `rank` 1 is the highest value, equal values share the better.

    `of` counts the authorities whose figure is published, `quartile` says which quarter of them it is in.
    """

    period_end: date
    value: float
    rank: int
    of: int
    quartile: str


def standing(slug: str, tables: Tables, borough: str, when: When) -> Standing | None:
    """Give where a borough stands by its latest published figure in the span, or else before its end.

    None where it has none, and for counts and sums, by which no authority is to be ranked. Authorities with equal
    figures share the better place.
    """
    twin, metric = twin_of(slug, tables), METRICS[slug]
    if twin is None or metric.unit in SIZES:
        return None
    rows = series(twin.series, tables, None, when).filter(pl.col("level") == "Authority").drop_nulls("value")
    mine = rows.filter(authority=borough).tail(1)
    if mine.is_empty():
        return None
    day, value = mine["period_end"].item(), mine["value"].item()
    values = rows.filter(pl.col("period_end") == day)["value"]
    rank, of = int((values > value).sum()) + 1, len(values)
    quarter = ceil(rank / of * QUARTERS)
    return Standing(day, value, rank, of, WORDS[metric.polarity][quarter - 1])
