"""Every count of children at a date that a release shows of tables, and the children of these tables that it is of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

import polars as pl

from metrics import METRICS, Release, When, measure
from metrics.disclosure import RULES, Protected
from metrics.engine.query import ask
from metrics.measure import rows_behind

Cut = tuple[str, ...]
Groups = dict[tuple[object, ...], frozenset[str]]
"""Who is in each group of a figure."""

COUNT: Final = "children_looked_after"


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


def shown(behind: Protected, end: date, release: Release, ways: Iterable[Cut]) -> list[Cell]:
    """The counts at a date under a release, by each way of cutting, as often as they are shown."""
    return [cell for cut in ways for cell in _cells(behind, cut, When.year_to(end), release)]


def _cells(behind: Protected, cut: Cut, when: When, release: Release) -> list[Cell]:
    figures = measure(METRICS[COUNT], behind, by=cut, when=when, release=release)
    who = _behind(behind, cut, when)
    reach = RULES[release].round_to // 2
    return [
        cell_of(who.get(tuple(row[name] for name in cut), frozenset()), row["numerator"], reach, RULES[release].hide_to)
        for row in figures.iter_rows(named=True)
    ]


def cell_of(children: frozenset[str], value: float | None, reach: int, hide_to: int) -> Cell:
    """Zero is zero; what is shown is above the hidden range, and no further from the count than it is rounded."""
    small = 1 <= len(children) <= hide_to
    if value is None:
        return Cell(children, 0, float("inf"), is_hidden=True, is_small=small)
    if value == 0:
        return Cell(children, 0, 0, is_hidden=False, is_small=False)
    return Cell(children, max(hide_to + 1, value - reach), value + reach, is_hidden=False, is_small=False)


def _behind(behind: Protected, cut: Cut, when: When) -> Groups:
    rows = rows_behind(ask(METRICS[COUNT], behind, cut, None, when), behind)
    who = rows.select(*(pl.col(name).cast(pl.String) if name == "borough" else name for name in cut), "child").collect()
    groups = who.group_by(*cut, pl.lit(1).alias("_one")).agg(pl.col("child").unique())
    return {tuple(key): frozenset(children) for *key, _, children in groups.iter_rows()}
