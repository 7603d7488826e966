"""Whether a table's children have one episode at a time: found once a table, as it spares most questions a sort."""

from typing import Final
from weakref import finalize

import polars as pl

from metrics.populations.asylum import parted
from metrics.populations.periods import FOREVER

IN_MEMORY: Final = "DF ["
"""How the plan of a table in memory begins: of any other, what was found out would have to be read again."""

CHILD: Final = ["borough", "child"]

FOUND: Final = ["_next", "_child"]

_FOUND: Final[dict[int, pl.LazyFrame | None]] = {}


def apart(episodes: pl.LazyFrame) -> pl.LazyFrame | None:
    """Give the episodes with `_child`, a number of the child's own, and `_next`: the start of the next spell of care.

    An episode in which asylum-seeking status ceases is two. Both are null of short breaks, and of an episode of no
    days, which is no next one either; `_next` is null of a child's last. None where a child has two at once, or where
    the table is not in memory.
    """
    if id(episodes) not in _FOUND:
        _FOUND[id(episodes)] = _found(episodes)
        finalize(episodes, _FOUND.pop, id(episodes), None)
    return _FOUND[id(episodes)]


def is_in_memory(table: pl.LazyFrame) -> bool:
    """Say whether a table is held in memory as it is, so that collecting it costs nothing."""
    return table.explain(optimized=False).startswith(IN_MEMORY)


def _found(episodes: pl.LazyFrame) -> pl.LazyFrame | None:
    if not is_in_memory(episodes):
        return None
    whole, ended = parted(episodes.collect()), pl.col("ended").fill_null(FOREVER)
    care = whole.lazy().with_row_index("_row").filter(~pl.col("is_short_break"), pl.col("started") < ended)
    spells = care.select(*CHILD, "started", "_row", ended=ended).sort(*CHILD, "started")
    of_same = pl.all_horizontal(pl.col(name) == pl.col(name).shift(-1) for name in CHILD)
    following = spells.select(
        "_row",
        "ended",
        _next=pl.when(of_same).then(pl.col("started").shift(-1)),
        _child=(~of_same.fill_null(value=False)).cast(pl.UInt32).shift(1, fill_value=0).cum_sum(),
    ).collect()
    if (following["ended"] > following["_next"]).any():
        return None
    rows = pl.DataFrame({"_row": pl.int_range(whole.height, dtype=pl.get_index_type(), eager=True)})
    in_place = rows.join(following.select("_row", *FOUND), on="_row", how="left", maintain_order="left")
    return whole.with_columns(in_place[FOUND]).lazy()
