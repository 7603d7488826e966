"""Cost against need: the placements of one type, the line that need explains, and those far from it."""

from typing import Any, Final

import polars as pl

from dashboard.data.comparisons import by_borough
from dashboard.data.figures import figures
from dashboard.data.reader_cache import kept_for_reader
from dashboard.data.single_placements import points
from dashboard.filters.selection import Selection
from metrics.statistics.outliers import far_above

COLUMNS: Final = ("provider", "borough", "need_score", "weekly_cost", "expected_cost")

MOST: Final = 5
"""Placements named at most."""


@kept_for_reader(500)
def types(chosen: Selection) -> list[str]:
    """Give the placement types with assessed, priced placements, the one that spends most first."""
    spent = figures("unexplained_cost", ("placement_type",), where=chosen.where(), when=chosen.when)
    worth = figures("annualised_spend", ("placement_type",), where=chosen.where(), when=chosen.when)
    named = spent.filter(pl.col("n").is_null() | (pl.col("n") > 0)).select("placement_type")
    order = named.join(worth, on="placement_type", how="left").sort("value", descending=True, nulls_last=True)
    return order["placement_type"].cast(pl.String).to_list()


@kept_for_reader(500)
def by_boroughs(chosen: Selection) -> pl.DataFrame:
    """Give what need does not explain by borough, as `series`, without those that buy none."""
    return by_borough("unexplained_cost", chosen).filter(pl.col("n").is_null() | (pl.col("n") > 0))


@kept_for_reader(500)
def cloud(chosen: Selection, kind: str) -> dict[str, Any]:
    """Give what a scatter draws: points, line and the words across; nothing beyond the working release."""
    rows = points("unexplained_cost", COLUMNS, chosen.where(), chosen.when)
    if rows.is_empty():
        return {}
    return {"points": named(rows, kind), "line": line(rows), "across": "Weighted need score (0 to 72)"}


def line(rows: pl.DataFrame) -> pl.DataFrame:
    """Give the two ends of the expected line: need, value."""
    ordered = rows.sort("need_score").select(need="need_score", value="expected_cost")
    return pl.concat([ordered.head(1), ordered.tail(1)])


def named(rows: pl.DataFrame, kind: str) -> pl.DataFrame:
    """Name the placements far above the line by provider and type, the farthest first: need, value, series, name."""
    ratio = pl.col("weekly_cost") / pl.col("expected_cost")
    far = far_above(rows["weekly_cost"].to_list(), rows["expected_cost"].to_list())
    farthest = ratio.rank("ordinal", descending=True) <= MOST
    name = pl.format("{}, {}", "provider", pl.lit(kind))
    told = rows.with_columns(far=pl.Series(far, dtype=pl.Boolean))
    told = told.with_columns(name=pl.when(pl.col("far") & farthest).then(name))
    return told.select(need="need_score", value="weekly_cost", series="borough", name="name")
