"""Episodes of several returns made into one history of each child, so that nobody is counted twice at a date."""

import polars as pl

from loaders import labels
from loaders.consolidate.latest import dated, is_dropped, latest

STARTED_CARE = labels.REASON_STARTED["S"]
CONTINUES = labels.REASON_ENDED["X1"]
CLOSED_BY_REPAIR = labels.REASON_ENDED["E99"]
HISTORY = ["child", "is_short_break"]


def repaired(episodes: pl.DataFrame, loaded: pl.DataFrame) -> pl.DataFrame:
    """One row an episode (child and start), by child and start, that never overlaps the child's next one.

    Short breaks and periods of care are two histories of a child: one does not end the other.
    """
    rows = dated(one_row_each(episodes), loaded).sort("child", "started")
    return without_overlaps(without_stale(rows)).drop("as_at")


def one_row_each(episodes: pl.DataFrame) -> pl.DataFrame:
    """The latest return's row of each child and start; of two rows in one return, the one that ends later."""
    longest_last = episodes.sort("return_year", "ended", nulls_last=True)
    return latest(longest_last, "child", "started")


def without_stale(episodes: pl.DataFrame) -> pl.DataFrame:
    """Open episodes that cannot be open any more, closed.

    Stale is an open episode before another of the child, or one that the borough's later returns leave out.
    It ends where the next one starts. Where the next one starts a new period of care, or there is none, it
    ends on the last day of the last return that had it (but before the next starts), closed by repair.
    """
    following = pl.col("started").shift(-1).over(HISTORY)
    goes_on = pl.col("reason_started").shift(-1).over(HISTORY) != STARTED_CARE
    stale = pl.col("ended").is_null() & (following.is_not_null() | is_dropped())
    last_day = pl.min_horizontal("as_at", following - pl.duration(days=1))
    return episodes.with_columns(
        ended=pl.when(~stale)
        .then("ended")
        .when(goes_on)
        .then(following)
        .otherwise(pl.max_horizontal("started", last_day)),
        reason_ended=pl.when(~stale)
        .then("reason_ended")
        .when(goes_on)
        .then(_reason(CONTINUES))
        .otherwise(_reason(CLOSED_BY_REPAIR)),
    )


def without_overlaps(episodes: pl.DataFrame) -> pl.DataFrame:
    """Episodes that run into the child's next one end where it starts."""
    following = pl.col("started").shift(-1).over(HISTORY)
    return episodes.with_columns(ended=pl.min_horizontal("ended", following))


def _reason(label: str) -> pl.Expr:
    return pl.lit(label, pl.Enum(list(labels.REASON_ENDED.values())))
