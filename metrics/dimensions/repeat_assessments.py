"""Children whose need can be set beside what it was."""

import polars as pl


def twice_assessed(assessed_census: pl.LazyFrame) -> pl.LazyFrame:
    """Keep the children whose latest assessment is not their first."""
    return assessed_census.filter(pl.col("assessed") > pl.col("first_assessed"))
