"""Queries of few rows: run as they are written, since to better one takes longer than to run it."""

from typing import Final

import polars as pl

AS_WRITTEN: Final = pl.QueryOptFlags.none()


def collected(query: pl.LazyFrame) -> pl.DataFrame:
    """Run a query of few rows."""
    return query.collect(engine="in-memory", optimizations=AS_WRITTEN)
