"""Whose strengths and difficulties are scored: children aged 5 to 16, looked after for twelve months."""

import polars as pl

from metrics.dimensions import age
from metrics.guidance import SCORED_FROM_AGE, SCORED_TO_AGE


def of_an_age_to_be_scored(strengths: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the scores of children of that age who had been looked after for twelve months by then."""
    return strengths.filter(_is_of_age() & pl.col("is_year_in_care"))


def due_a_score(census: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the children looked after who are of that age and have been looked after for twelve months."""
    year_ago = pl.col("date").dt.offset_by("1d").dt.offset_by("-1y")
    return census.filter(_is_of_age() & (pl.col("care_started") <= year_ago))


def _is_of_age() -> pl.Expr:
    return age().is_between(SCORED_FROM_AGE, SCORED_TO_AGE)
