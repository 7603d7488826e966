"""Whose strengths and difficulties are scored: children aged 5 to 16, looked after for twelve months."""

import polars as pl

from metrics.dimensions.catalogue import age
from metrics.guidance import SCORED_FROM_AGE, SCORED_TO_AGE


def of_an_age_to_be_scored(strengths: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the scores of children of that age who had been looked after for twelve months by then.

    `is_unknown` of those of whom that is not known: no month of birth, or care that began in a return not on record.
    """
    is_year = pl.col("is_year_in_care")
    kept = strengths.filter(_is_of_age() & is_year.fill_null(value=True))
    return kept.with_columns(is_unknown=age().is_null() | is_year.is_null())


def due_a_score(census: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the children looked after who are of that age and have been looked after for twelve months.

    `is_unknown` as above.
    """
    year_ago = pl.col("date").dt.offset_by("1d").dt.offset_by("-1y")
    is_year = pl.col("care_started") <= year_ago
    kept = census.filter(_is_of_age() & (is_year | pl.col("is_care_older")))
    return kept.with_columns(is_unknown=age().is_null() | ~is_year)


def _is_of_age() -> pl.Expr:
    return age().is_between(SCORED_FROM_AGE, SCORED_TO_AGE).fill_null(value=True)
