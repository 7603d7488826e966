"""When a row of Explore Education Statistics speaks of: its `time_period`, and the `time_identifier` that says of what.

2024 may be a calendar year, a reporting year, January or week 3: without the second heading they would be one period.
"""

from typing import Final

import polars as pl

RUN_TOGETHER: Final = r"^((?:19|20)\d\d)[-/ ]?(?:19|20)?(\d\d)$"
"""202425, 2024/25 and 2024/2025 are 2024-25."""
TO_31_MARCH: Final = r"(?i)^(reporting year|financial year)$|(^|\s)31(st)? march\b"
"""A year that ends on 31 March, as the looked-after children's year does: it goes by its number alone."""
FINANCIAL: Final = "financial year"


def period() -> pl.Expr:
    """A period in words: 2025, 2024-25, 2024 Calendar year, 2023-24 Autumn term, 2024 January, 2024 Week 3."""
    year = pl.col("time_period").str.replace(r"\.0$", "").str.replace(RUN_TOGETHER, "$1-$2")
    what = pl.col("time_identifier")
    is_plain = what.is_null() | (what.str.contains(TO_31_MARCH) & ~_is_second(what))
    return pl.when(is_plain).then(year).otherwise(year + " " + what)


def _is_second(what: pl.Expr) -> pl.Expr:
    """Whether it is a financial year in a file that has reporting years too: they are kept apart."""
    plain = what.str.to_lowercase()
    return (plain == FINANCIAL) & (plain.str.contains(TO_31_MARCH) & (plain != FINANCIAL)).any()
