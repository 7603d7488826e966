"""Prices of one child that run at the same time within one file; gaps are no fault, for care has gaps."""

from datetime import date
from typing import Final

import polars as pl

from loaders.source import Handed

KEY: Final = ("child", "started", "weekly_cost")
STILL_OPEN: Final = date(2999, 1, 1)


def marked(rows: pl.DataFrame, handed: Handed) -> pl.DataFrame:
    """Mark prices of a child: `is_rival` (same start, another cost) and `is_overlapping` (runs into another)."""
    until = pl.col("ended").fill_null(STILL_OPEN)
    lasting = rows.select(*KEY, ended=until).filter(pl.col("ended") > pl.col("started"), pl.col("weekly_cost") >= 0)
    each = lasting.unique(KEY, keep="last").sort("child", "started")
    before = pl.col("ended").cum_max().shift(1).over("child")
    into = pl.col("started").shift(-1).over("child") < pl.col("ended")
    is_rival = pl.len().over("child", "started") > 1
    is_overlapping = (into | (before > pl.col("started"))).fill_null(value=False)
    flags = each.select(*KEY, is_rival=is_rival, is_overlapping=is_overlapping & ~is_rival)
    return rows.join(flags, on=KEY, how="left", maintain_order="left")
