"""A year's spend over children or days, a week: the way of the section 251 statement."""

import polars as pl

from metrics.card import counted
from metrics.populations.money import DAYS_IN_WEEK


def week_of(spending: pl.LazyFrame, over: pl.LazyFrame, units: pl.Expr | int, days: int) -> pl.LazyFrame:
    """Give rows of spend, and rows of the units it is shared over, so that value is spend / units / days x 7."""
    spent = counted(spending, pl.col("spend") / days * DAYS_IN_WEEK, 0, n=0)
    return pl.concat([spent, counted(over, 0, units)], how="diagonal")
