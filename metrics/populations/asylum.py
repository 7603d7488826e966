"""Who is an unaccompanied asylum-seeking child at a date: the status may cease while an episode or a price goes on.

`is_uasc` of a row is as at the day that it starts; `uasc_until` is the day on which the status ceases, null while it
lasts. A figure asks as at its own date, as it does of age.
"""

from typing import Final

import polars as pl

from metrics.populations.periods import OPENED, with_months

NOT_AGAIN: Final = ("opens_care", "opens_placement")
NOT_YET: Final = ("closes_care",)
"""Flags of the first and of the last part of a spell alone."""


def as_at_date(rows: pl.LazyFrame) -> pl.LazyFrame:
    """Rows with `is_uasc` as at their `date`: from the day on which the status ceases a child is none."""
    lasts = pl.col("uasc_until").is_null() | (pl.col("uasc_until") > pl.col("date"))
    return rows.with_columns(is_uasc=pl.col("is_uasc") & lasts)


def undated(spells: pl.LazyFrame) -> pl.LazyFrame:
    """Spells without `is_uasc`, which of a spell that is not put to a date is not known."""
    return spells.drop("is_uasc")


def parted(spells: pl.DataFrame) -> pl.DataFrame:
    """Spells in which the status ceases as two, one to that day and one from it on, so that each has one status."""
    until, is_one = pl.col("uasc_until"), pl.col("is_uasc")
    is_open = pl.col("ended").is_null() | (until < pl.col("ended"))
    ceases = (is_one & (until > pl.col("started")) & is_open).fill_null(value=False)
    if not spells.select(ceases.any()).item():
        return spells
    both = spells.filter(ceases)
    to = both.with_columns(ended="uasc_until", **_never(both, NOT_YET))
    since = both.with_columns(started="uasc_until", is_uasc=pl.lit(value=False), **_never(both, NOT_AGAIN))
    parts = pl.concat([to, since])
    return pl.concat([spells.filter(~ceases), with_months(parts) if OPENED in spells.columns else parts])


def _never(spells: pl.DataFrame, flags: tuple[str, ...]) -> dict[str, pl.Expr]:
    return {name: pl.lit(value=False) for name in flags if name in spells.columns}
