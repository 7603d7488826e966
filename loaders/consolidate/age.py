"""When a child comes of age, from the month of birth."""

from typing import Final

import polars as pl

COMING_OF_AGE: Final = "18y"


def month_of_age() -> pl.Expr:
    """First day of the month in which the child turns 18.

    Whoever was born on 29 February does so in March, for the eighteenth year after a leap year is none.
    """
    return pl.col("birth_month").dt.offset_by("1d").dt.truncate("1mo").dt.offset_by(COMING_OF_AGE)
