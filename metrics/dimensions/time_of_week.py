"""When in the week something happened, told by its hour and date."""

from typing import Final

import polars as pl

HOURS: Final = 4
"""Hours in a part of the day: fine enough to plan a shift by, coarse enough to hold more than a few children."""

PARTS_OF_DAY: Final = [
    "Midnight to 4am",
    "4am to 8am",
    "8am to noon",
    "Noon to 4pm",
    "4pm to 8pm",
    "8pm to midnight",
    "Not recorded",
]

WEEKDAYS: Final = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def part_of_day() -> pl.Expr:
    """Give the part of the day that an hour (0 to 23) falls in; 'Not recorded' without one."""
    parts = dict(enumerate(PARTS_OF_DAY[:-1]))
    part = (pl.col("hour") // HOURS).replace_strict(parts, default=PARTS_OF_DAY[-1], return_dtype=pl.String)
    return part.cast(pl.Enum(PARTS_OF_DAY))


def weekday() -> pl.Expr:
    """Give the day of the week of a row's date."""
    days = dict(enumerate(WEEKDAYS, start=1))
    return pl.col("date").dt.weekday().replace_strict(days, return_dtype=pl.Enum(WEEKDAYS))
