"""Where an authority stands among all of England's, in words: never as a table."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Final

import polars as pl

from metrics.benchmarks.series import twin_of, within
from metrics.card import Polarity, Unit
from metrics.discovery import METRICS
from metrics.periods import When
from metrics.populations import Tables

QUARTERS: Final = 4
SIZES: Final = frozenset({Unit.CHILDREN, Unit.INCIDENTS, Unit.POUNDS})
"""Units that grow with the authority: to rank by them, or to take their median, says only how big it is."""
ENGLAND: Final = 120
"""Authorities, of about 152, whose figures or symbols must be loaded before any place is of all England."""

BEST: Final = ("best", "second best", "second worst", "worst")
HIGHEST: Final = ("highest", "second highest", "second lowest", "lowest")
"""The quarters of England's authorities from the first place down: by which way is good, or else by value."""


@dataclass(frozen=True)
class Standing:
    """An authority's place by its published figure.

    `rank` 1 is the best or, where no way is good, the highest; equal values share the better place. `of` counts the
    authorities whose figure is published, and `quartile` says which quarter of them it is in.
    """

    period_end: date
    value: float
    rank: int
    of: int
    quartile: str


def standing(slug: str, tables: Tables, borough: str, when: When) -> Standing | None:
    """Give where a borough stands in the latest year published in the span, or else before its end.

    None where its figure of that year is held back or not there, where only some authorities' figures are loaded,
    and for counts and sums, by which no authority is to be ranked.
    """
    found, metric = twin_of(slug, tables), METRICS[slug]
    if found is None or metric.unit in SIZES:
        return None
    figures = found[1].filter(pl.col("level") == "Authority")
    mine = within(figures, [borough], when).tail(1)
    if not mine["value"].count():
        return None
    day, value = mine["period_end"].item(), mine["value"].item()
    everyone = figures.filter(pl.col("period_end") == day)["value"]
    if len(everyone) < ENGLAND:
        return None
    values = everyone.drop_nulls()
    ahead = values < value if metric.polarity is Polarity.LOW else values > value
    rank, of = int(ahead.sum()) + 1, len(values)
    words = HIGHEST if metric.polarity is Polarity.NEITHER else BEST
    return Standing(day, value, rank, of, words[ceil(rank / of * QUARTERS) - 1])
