"""Every count of children at a date that a release shows, and the children that each is of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

import polars as pl

from metrics import METRICS, Metric, Release, When, measure
from metrics.disclosure import RULES
from metrics.disclosure.noise import REACH
from metrics.measure import rows_behind
from metrics.populations import Tables
from metrics.question import ask

Cut = tuple[str, ...]
Groups = dict[tuple[object, ...], frozenset[str]]
"""Who is in each group of a figure."""

COUNT = "children_looked_after"
FLAGS = ("outside_borough", "over_20_miles_dfe", "foster", "ifa", "own_provision", "private_provision")
"""Shares whose numerators are counts of children too: the same child in other tables."""

FLOWS = ("started", "ceased", "young_people_missing")
"""Counts of children over a period."""


@dataclass(frozen=True)
class Cell:
    """A count: the children behind it (nobody is told who), and the least and most that it can be.

    `is_small` says, to the judge and not to the attacker, that it is hidden for its own sake.
    """

    children: frozenset[str]
    least: float
    most: float
    is_hidden: bool
    is_small: bool


def cuts(dimensions: Sequence[str], most: int = 3) -> list[Cut]:
    """Every way of cutting by some of the dimensions, up to so many at once."""
    return [cut for many in range(most + 1) for cut in combinations(dimensions, many)]


def shown(tables: Tables, end: date, release: Release, ways: Iterable[Cut], *, moved: bool = True) -> list[Cell]:
    """The counts at a date under a release, by each way of cutting, as often as they are shown."""
    when = When.year_to(end)
    counted = [(METRICS[COUNT], cut) for cut in ways]
    flags = [(METRICS[slug], cut) for slug in FLAGS for _, cut in counted if len(cut) <= 1]
    return [
        cell for metric, cut in [*counted, *flags] for cell in _cells(tables, metric, cut, when, release, moved=moved)
    ]


def shown_over_months(tables: Tables, end: date, release: Release, dimensions: Sequence[str]) -> list[Cell]:
    """The counts of a year to a date, month by month and together: who is there, who comes, who goes, who is missing.

    A child is the same child in every month, so what is hidden in one may be told by the others.
    """
    when = When.year_to(end)
    ways = cuts(dimensions, 2)
    stepped = [(METRICS[slug], (*cut, "month")) for slug in (COUNT, *FLOWS) for cut in ways]
    whole = [(METRICS[slug], cut) for slug in FLOWS for cut in ways]
    asked = [(metric, cut) for metric, cut in [*stepped, *whole] if metric.only_by is None]
    return [cell for metric, cut in asked for cell in _cells(tables, metric, cut, when, release, moved=True)]


def _cells(tables: Tables, metric: Metric, cut: Cut, when: When, release: Release, *, moved: bool) -> list[Cell]:
    figures = measure(metric, tables, by=cut, when=when, release=release)
    behind = _behind(tables, metric, cut, when)
    reach = (REACH if moved else 0) + RULES[release].round_to // 2
    cells: list[Cell] = []
    for row in figures.iter_rows(named=True):
        children = behind.get(tuple(row[name] for name in cut), frozenset())
        cells.append(cell_of(children, row["numerator"], reach, RULES[release].hide_to))
    return cells


def cell_of(children: frozenset[str], value: float | None, reach: int, hide_to: int) -> Cell:
    """Nought is nought; what is shown is above the hidden range, and no further from the truth than it is moved."""
    small = 1 <= len(children) <= hide_to
    if value is None:
        return Cell(children, 0, float("inf"), is_hidden=True, is_small=small)
    if value == 0:
        return Cell(children, 0, 0, is_hidden=False, is_small=False)
    return Cell(children, max(hide_to + 1, value - reach), value + reach, is_hidden=False, is_small=False)


def _behind(tables: Tables, metric: Metric, cut: Cut, when: When) -> Groups:
    rows = rows_behind(ask(metric, tables, cut, None, when), tables).filter(pl.col("numerator") > 0)
    return by_group(rows.select(*cut, pl.col(metric.n_of or "child").alias("_who")).collect(), cut)


def by_group(who: pl.DataFrame, by: tuple[str, ...]) -> Groups:
    """Who, in the column `_who`, is in each group."""
    groups = who.group_by(*by, pl.lit(1).alias("_one")).agg(pl.col("_who").unique())
    return {tuple(key): frozenset(children) for *key, _, children in groups.iter_rows()}
