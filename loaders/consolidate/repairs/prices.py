"""Prices of several returns: one in force at a time for a child, and on days of care alone."""

from typing import Final

import polars as pl

from loaders.consolidate.cuts import open_again, until
from loaders.consolidate.repairs.repair_log import Bench
from loaders.consolidate.repairs.repeated_rows import told_once
from loaders.consolidate.rulings import NO_RULINGS, Rulings

CUT: Final = "price-cut-at-next"
REPLACED: Final = "price-replaced-for-a-time"
CLOSED: Final = "price-closed-with-return"
OUTSIDE_CARE: Final = "price-outside-care"
OUTLASTS_CARE: Final = "price-cut-at-end-of-care"


def one_at_a_time(costs: pl.DataFrame, loaded: pl.DataFrame, rulings: Rulings = NO_RULINGS) -> Bench:
    """Prices by child and start, the latest return's row of each, one in force at a time.

    An open price that the borough's later returns leave out was in force on the last day that its return speaks of,
    and ended after it. Where two prices of a child overlap, the one that starts later stands while it lasts; an earlier
    price that lasts longer goes on after it, and has a row for each stretch.
    """
    codes = ("price-told-otherwise", "price-twice-in-return")
    bench = told_once(costs, loaded, rulings, key=("child", "started"), codes=codes)
    is_stale = pl.col("ended").is_null() & pl.col("is_dropped") & (not bench.is_off(CLOSED))
    day_after = pl.max_horizontal("started", pl.col("as_at") + pl.duration(days=1))
    ended = pl.when(is_stale).then(day_after).otherwise(until())
    bench.rows = bench.rows.with_row_index("_price").with_columns(is_stale.alias("_is_stale"), ended.alias("_until"))
    _take_turns(bench, _stretches(bench.rows))
    bench.rows = bench.rows.drop("as_at", "is_dropped", "_price", "_is_stale", "_until", "_many", "_last")
    return bench


def _take_turns(bench: Bench, stretches: pl.DataFrame) -> None:
    """Keep of each price the stretches in which none that starts later stands, and tell what became of the rest."""
    turns = stretches.group_by("_price").agg(_many=pl.len(), _last=pl.col("_to").max())
    last = pl.coalesce("_last", "_until").alias("_last")
    bench.rows = bench.rows.join(turns, on="_price", how="left", maintain_order="left").with_columns(last)
    bench.change(CLOSED, pl.col("_is_stale") & (pl.col("_last") == pl.col("_until")), ended=pl.col("_until"))
    bench.change(CUT, (pl.col("_many") == 1) & (pl.col("_last") < pl.col("_until")), ended=pl.col("_last"))
    if bench.tell(REPLACED, pl.col("_many") > 1):
        whole, parted = (bench.rows.filter(flag) for flag in (~_is_parted(), _is_parted()))
        each = parted.join(stretches, on="_price").with_columns(started=pl.col("_from"), ended=open_again("_to"))
        rows = pl.concat([whole, each.select(whole.columns)])
        bench.rows = rows.sort("_price", "started", maintain_order=True)


def _is_parted() -> pl.Expr:
    return (pl.col("_many") > 1).fill_null(value=False)


def _stretches(rows: pl.DataFrame) -> pl.DataFrame:
    """Stretches (_price, _from, _to) of the prices of children who have two at once: whose turn it is, day by day.

    `rows` stand by child and start. Of prices that are in force on a day, the one that started last has it.
    """
    told = rows.select("_price", "child", "started", "_until").filter(pl.col("started") < pl.col("_until"))
    next_start = pl.when(pl.col("child") == pl.col("child").shift(-1)).then(pl.col("started").shift(-1))
    some = told.join(told.filter(next_start < pl.col("_until")).select("child").unique(), on="child", how="semi")
    ends = pl.concat([some.select("child", _from=name) for name in ("started", "_until")]).unique()
    spans = ends.sort("child", "_from").with_columns(_to=pl.col("_from").shift(-1).over("child")).drop_nulls("_to")
    in_force = spans.join(some, on="child").filter(
        pl.col("started") <= pl.col("_from"), pl.col("_until") >= pl.col("_to")
    )
    turns = in_force.sort("child", "_from", "_price").unique(["child", "_from"], keep="last", maintain_order=True)
    goes_on = (pl.col("_price") == pl.col("_price").shift()) & (pl.col("_from") == pl.col("_to").shift())
    run = goes_on.fill_null(value=False).not_().cum_sum()
    runs = turns.group_by("_price", run.alias("_run"), maintain_order=True).agg(pl.min("_from"), pl.max("_to"))
    return runs.select("_price", "_from", "_to")


def within_care(bench: Bench, homes: pl.DataFrame) -> pl.DataFrame:
    """Keep of each price (`_price`) the days on which its child is looked after, and tell of the others.

    `homes` are the stretches (_price, _from, _to) in which the child lived in one placement under the price, in order.
    Where a repair is switched off, the placement before or the first one has the days that it would have left out.
    """
    days = (pl.col("_to") - pl.col("_from")).sum()
    lived = homes.group_by("_price").agg(pl.min("_from"), pl.max("_to"), _days=days)
    bench.rows = bench.rows.join(lived, on="_price", how="left", maintain_order="left")
    has_gap = (pl.col("_to") - pl.col("_from")) != pl.col("_days")
    bench.tell(OUTSIDE_CARE, (pl.col("_from") > pl.col("started")) | has_gap)
    bench.tell(OUTLASTS_CARE, pl.col("_to") < until())
    spans = bench.rows.select("_price", "started", _ended=until())
    bench.rows = bench.rows.drop("_from", "_to", "_days")
    return _as_told(bench, homes.join(spans, on="_price", how="left", maintain_order="left")).drop("started", "_ended")


def _as_told(bench: Bench, homes: pl.DataFrame) -> pl.DataFrame:
    """Lengthen stretches over the days that no repair may leave out."""
    is_first = pl.col("_price").ne_missing(pl.col("_price").shift())
    is_last = pl.col("_price").ne_missing(pl.col("_price").shift(-1))
    if bench.is_off(OUTSIDE_CARE):
        homes = homes.with_columns(
            _from=pl.when(is_first).then("started").otherwise("_from"),
            _to=pl.when(is_last).then("_to").otherwise(pl.col("_from").shift(-1)),
        )
    if bench.is_off(OUTLASTS_CARE):
        homes = homes.with_columns(_to=pl.when(is_last).then("_ended").otherwise("_to"))
    return homes
