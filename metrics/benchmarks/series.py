"""One published series of some areas: a value or a mark for each area and year."""

from collections.abc import Collection
from typing import Final

import polars as pl

from metrics.benchmarks.twins import TWINS, Part, Twin
from metrics.marks import published_mark
from metrics.populations import Tables
from metrics.when import When

YEAR: Final = r"(20\d\d)(?:\s*[-/]\s*(?:20)?(\d\d))?"
"""2025, 2024-25, 2024/25 (OT): the year that it ends in is meant."""
OUTTURN: Final = "(OT)"
"""What LAIT writes behind a year of spending; another bracket means that it was budgeted only."""
AREA: Final = ["authority", "period_end"]


def twin_of(slug: str, tables: Tables) -> Twin | None:
    """Give the metric's first published twin of which anything is loaded."""
    return next(
        (twin for twin in TWINS.get(slug, ()) if not _of(twin.series, tables).head(1).collect().is_empty()), None
    )


def series(part: Part, tables: Tables, areas: Collection[str] | None, when: When) -> pl.DataFrame:
    """Give authority, level, period_end, value and mark of a published series, of some areas or of all.

    Of the years that end in the span or, where none does, the latest before its end. Where several publications
    give the same, a figure comes before a symbol.
    """
    rows = _of(part, tables)
    if areas is not None:
        rows = rows.filter(pl.col("authority").is_in(list(areas)))
    dated = rows.filter(_is_outturn()).select("authority", "level", "value", "symbol", period_end=_period_end())
    once = dated.sort("value", nulls_last=False).unique(AREA, keep="last").sort(AREA).collect()
    return _within(once, when).select(
        "authority",
        pl.col("level").cast(pl.String),
        "period_end",
        "value",
        mark=pl.when(pl.col("value").is_null()).then(published_mark(pl.col("symbol"))),
    )


def _of(part: Part, tables: Tables) -> pl.LazyFrame:
    is_part = pl.col("breakdown").is_null() if part.breakdown is None else pl.col("breakdown") == part.breakdown
    return tables["published"].filter((pl.col("measure") == part.measure) & is_part)


def _is_outturn() -> pl.Expr:
    period = pl.col("period")
    return ~period.str.contains("(", literal=True) | period.str.contains(OUTTURN, literal=True)


def _period_end() -> pl.Expr:
    """Give 31 March of the year that a period ends in."""
    first = pl.col("period").str.extract(YEAR, 1).cast(pl.Int32, strict=False)
    second = pl.col("period").str.extract(YEAR, 2).cast(pl.Int32, strict=False)
    return pl.date(pl.coalesce(second + 2000, first), 3, 31)


def _within(rows: pl.DataFrame, when: When) -> pl.DataFrame:
    before = rows.filter(pl.col("period_end") <= when.end)
    inside = before.filter(pl.col("period_end") >= when.start)
    return inside if inside.height else before.filter(pl.col("period_end") == pl.col("period_end").max())
