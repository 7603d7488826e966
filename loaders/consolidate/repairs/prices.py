"""Prices of several returns, one in force at a time for a child."""

import polars as pl

from loaders.consolidate.repairs.bench import Bench, beside
from loaders.consolidate.repairs.retold import told_once
from loaders.consolidate.rulings import NO_RULINGS, Rulings


def one_at_a_time(costs: pl.DataFrame, loaded: pl.DataFrame, rulings: Rulings = NO_RULINGS) -> Bench:
    """Prices by child and start, the latest return's row of each, none running into the next.

    An open price that the borough's later returns leave out was in force on the last day that its return speaks of,
    and ended after it. Where two prices of a child overlap, the later start ends the earlier price.
    """
    codes = ("price-told-otherwise", "price-twice-in-return")
    bench = told_once(costs, loaded, rulings, key=("child", "started"), codes=codes)
    following = beside("started", -1, within=["child"])
    day_after = pl.max_horizontal("started", pl.col("as_at") + pl.duration(days=1))
    is_next_later = following.is_null() | (following >= day_after)
    stale = pl.col("ended").is_null() & pl.col("is_dropped") & is_next_later
    bench.change("price-closed-with-return", stale, ended=day_after)
    overlaps = (pl.col("ended").is_null() & following.is_not_null()) | (pl.col("ended") > following)
    bench.change("price-cut-at-next", overlaps, ended=following)
    bench.rows = bench.rows.drop("as_at", "is_dropped")
    return bench


def within_care(bench: Bench) -> None:
    """End each price with the child's period of care (`care_ended`, null while it goes on or is not known)."""
    outlasts = pl.col("care_ended").is_not_null() & (
        pl.col("ended").is_null() | (pl.col("ended") > pl.col("care_ended"))
    )
    bench.change("price-cut-at-end-of-care", outlasts, ended=pl.col("care_ended"))
