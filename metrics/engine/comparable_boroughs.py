"""Who may be compared over time: the boroughs that returns speak of at every one of its ends."""

from collections.abc import Mapping, Sequence

import polars as pl

from metrics.card import Metric
from metrics.engine.coverage import NOTHING, told_of
from metrics.engine.query import ask
from metrics.periods import When
from metrics.populations import Tables


def left_out(
    metric: Metric, tables: Tables, where: Mapping[str, tuple[str, ...]] | None, ends: Sequence[When]
) -> tuple[str, ...]:
    """Name the boroughs asked about that no return speaks of at one of several times, in alphabetical order.

    They belong in none of the times: a borough that joins would look like a rise. Nobody is named where nothing is
    known of anybody at one of them, as there is then nothing to compare.

    Raises:
        ValueError: a filter that makes no sense here, in plain English.
    """
    told = [told_of(ask(metric, tables, (), where, when), tables).select("borough", "told") for when in ends]
    named = (where or {}).get("borough")
    asked = [each if named is None else each.filter(pl.col("borough").is_in(named)) for each in told]
    silent = [{*each.filter(pl.col("told") == NOTHING)["borough"]} for each in asked]
    heard = set[str]().union(*({*each["borough"]} for each in asked)) - set[str]().union(*silent)
    return tuple(sorted(set[str]().union(*silent))) if heard else ()
