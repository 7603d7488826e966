"""What must hold of consolidated episodes, whatever came in."""

import polars as pl


def counted_twice(episodes: pl.DataFrame) -> pl.DataFrame:
    """Episodes, short breaks aside, that start before the child's earlier one has ended: none, ever.

    As no two such episodes of a child are open at the same date, no child is counted twice at any date.
    """
    care = episodes.filter(~pl.col("is_short_break")).sort("borough", "child", "started")
    before = pl.col("ended").shift()
    same_child = pl.col("child") == pl.col("child").shift()
    return care.filter(same_child & (before.is_null() | (before > pl.col("started"))))
