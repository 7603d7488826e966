"""Incidents that cannot both be: a child who has not come back cannot go missing again."""

import polars as pl

from loaders.source import Check


def once_away(ended: str, *key: str) -> Check:
    """Of incidents of one child that begin on one day, hold that no two go on beyond it and end differently.

    `ended` is the heading of the end, `key` what else tells incidents apart.
    """
    goes_on = pl.col("ended").is_null() | (pl.col("ended") > pl.col("started"))
    ends = pl.col("ended").filter(goes_on).n_unique().over("child", "started", *key)  # no end counts as one
    message = (
        "Incidents of this child begin on one day and end on different later ones, which cannot be: none of them was "
        "taken. Keep the right one."
    )
    return Check("incidents-rival", ended, message, pl.col("child").is_null() | ~goes_on | (ends <= 1))
