"""The need of a child at a date."""

from collections.abc import Mapping
from typing import Final

import polars as pl

CHILD: Final = ["borough", "child"]

NOT_ASSESSED: Final = "Not assessed"
"""Stands for the need level of a child without an assessment."""


def with_need_level(rows: pl.LazyFrame, tables: Mapping[str, pl.LazyFrame]) -> pl.LazyFrame:
    """Put the need level of the latest assessment on or before `date` on each row; 'Not assessed' without one."""
    latest = tables["assessments"].select(*CHILD, "date", "need_level").sort("date")
    joined = rows.sort("date").join_asof(latest, on="date", by=CHILD, strategy="backward", check_sortedness=False)
    unknown = pl.lit(NOT_ASSESSED).cast(latest.collect_schema()["need_level"])
    return joined.with_columns(pl.col("need_level").fill_null(unknown))
