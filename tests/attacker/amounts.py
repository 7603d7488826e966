"""What amounts tell of a hidden count: their total less the parts that are shown, over what one child comes to.

The attacker is given more than anybody has: the amounts of all other hidden parts, how far each sum can have been
moved, and the least and the most that any child of the kind comes to.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import Final

import polars as pl

from metrics import Metric, Release, Statistic, Unit, measure
from metrics.disclosure import CONFIDENTIAL, RULES
from metrics.disclosure.noise import REACH
from metrics.measure import rows_behind
from metrics.populations import Tables
from metrics.question import ask
from metrics.when import STEPS
from tests.attacker.attack import Worked
from tests.attacker.pages import Asked
from tests.attacker.shown import Cell

COUNTS: Final = {Unit.CHILDREN, Unit.PERCENT, Unit.PER_10000}
MEAN: Final = pl.col("amount").mean()
LARGEST: Final = pl.col("amount").max() / REACH
ENOUGH: Final = 20
"""Children of a kind of whom a range of amounts may be known; of fewer, it is that of all children."""
OF_ROUNDING: Final = 0.0005
"""The least that rounding to three figures hides of an amount."""


def told_by_amounts(tables: Tables, release: Release, some: Sequence[Asked], *, moved: bool = True) -> list[Worked]:
    """What can be said of each hidden small count from the amounts that the same questions give."""
    asked = [each for each in some if each.by and _is_amount(each.metric)]
    return [worked for each in asked for worked in _told(tables, release, each, moved=moved)]


def _is_amount(metric: Metric) -> bool:
    return metric.statistic in {Statistic.TOTAL, Statistic.MEAN} and metric.unit not in COUNTS


def _told(tables: Tables, release: Release, each: Asked, *, moved: bool) -> Iterator[Worked]:
    amounts = _amounts(each, tables)
    if amounts.is_empty() or amounts["amount"].min() < 0:  # what rises and falls tells of no number of children
        return
    asked = {"by": each.by, "where": dict(each.where), "when": each.when, "release": release}
    hidden = measure(each.metric, tables, **asked).select(*each.by, is_hidden=pl.col("mark").eq_missing(CONFIDENTIAL))
    sums = [pl.col("who"), pl.col("amount").sum(), pl.max_horizontal(LARGEST, MEAN).alias("step")]
    parts = amounts.group_by(each.by).agg(sums).join(hidden, on=each.by, nulls_equal=True)
    for dimension in set(each.by) - set(STEPS):
        line = [name for name in each.by if name != dimension]
        known = parts.with_columns(slack=_slack(line, release) if moved else pl.lit(0.0))
        ranged = known.join(_ranges(amounts, dimension), on=dimension, nulls_equal=True)
        yield from _worked(ranged.filter("is_hidden"), RULES[release].hide_to)


def _amounts(each: Asked, tables: Tables) -> pl.DataFrame:
    """What each child comes to in each group."""
    rows = rows_behind(ask(each.metric, tables, each.by, dict(each.where), each.when), tables)
    unit = each.metric.n_of or "child"
    if unit not in rows.collect_schema():
        return pl.DataFrame()
    known = rows.select(*each.by, pl.col(unit).cast(pl.String).alias("who"), amount="numerator").drop_nulls("who")
    return known.group_by(*each.by, "who").agg(pl.col("amount").sum()).filter(pl.col("amount") != 0).collect()


def _slack(line: list[str], release: Release) -> pl.Expr:
    """How far the amount of a hidden part of a line may be from the line's total less what is shown of it."""
    over = line or [pl.lit(1)]
    rounding = OF_ROUNDING if RULES[release].round_to > 1 else 0.0
    reach = REACH * pl.max_horizontal(pl.lit(1.0), "step")
    of_shown = pl.when("is_hidden").then(0.0).otherwise(reach + rounding * pl.col("amount"))
    many, amount = pl.col("who").list.len().sum().over(over), pl.col("amount").sum().over(over)
    return REACH * pl.max_horizontal(pl.lit(1.0), amount / many) + of_shown.sum().over(over)


def _ranges(amounts: pl.DataFrame, dimension: str) -> pl.DataFrame:
    """Between what amounts most children of each kind are."""
    low, high = pl.col("amount").min(), pl.col("amount").max()
    whole = amounts.select(low=low, high=high).row(0, named=True)
    kinds = amounts.group_by(dimension).agg(low=low, high=high, many=pl.len())
    few = pl.col("many") < ENOUGH
    return kinds.select(
        dimension, *(pl.when(few).then(whole[end]).otherwise(end).alias(end) for end in ("low", "high"))
    )


def _worked(hidden: pl.DataFrame, hide_to: int) -> Iterator[Worked]:
    for row in hidden.iter_rows(named=True):
        children = frozenset(row["who"])
        least, most = (row["amount"] - row["slack"]) / row["high"], (row["amount"] + row["slack"]) / row["low"]
        if len(children) <= hide_to:
            cell = Cell(children, 0, float("inf"), is_hidden=True, is_small=True)
            yield Worked(cell, max(0, ceil(least)), floor(most))
