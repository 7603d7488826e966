"""One published series: a value or a mark for each area and year."""

from collections.abc import Collection
from typing import Final

import polars as pl

from metrics.benchmarks.published_equivalents import TWINS, Part, Twin
from metrics.engine.table_cache import remembered
from metrics.periods import When
from metrics.populations import Tables
from metrics.shorthand import published_mark

YEAR: Final = r"(20\d\d)(?:\s*[-/]\s*(?:20)?(\d\d))?"
"""2025, 2024-25, 2024/25 (OT): the year that it ends in is meant."""
OUTTURN: Final = "(OT)"
"""What LAIT writes behind a year of spending; another bracket means that it was budgeted only."""
OTHER_YEAR: Final = (
    r"(?i)^\d{4}(-\d\d)? (calendar year|academic year|tax year|week|part|financial year q|.*\bterm|[a-z]+$)"
)
"""A period of Explore Education Statistics that is no year to 31 March: a calendar or school year, a term, a month."""
AREA: Final = ["authority", "period_end"]


def twin_of(slug: str, tables: Tables) -> tuple[Twin, pl.DataFrame] | None:
    """Give the metric's first published twin of which anything is loaded, and its series."""
    for twin in TWINS.get(slug, ()):
        rows = series(twin.series, tables)
        if rows.height:
            return twin, rows
    return None


def series(part: Part, tables: Tables) -> pl.DataFrame:
    """Give authority, level, period_end, value and mark of a published series, of every area and year.

    Where several publications give the same, a figure comes before a symbol, and the later one before the earlier.
    """
    return remembered(tables, ("published", part), lambda: _series(part, tables))


def _series(part: Part, tables: Tables) -> pl.DataFrame:
    is_part = pl.col("breakdown").is_null() if part.breakdown is None else pl.col("breakdown") == part.breakdown
    # The few rows first: whatever else is asked of them would be asked of every published figure.
    rows = tables["published"].filter((pl.col("measure") == part.measure) & is_part).collect()
    dated = (
        rows.filter(_is_outturn())
        .with_columns(period_end=_period_end())
        .sort(pl.col("value").is_not_null(), maintain_order=True)
    )
    return (
        dated.unique(AREA, keep="last", maintain_order=True)
        .select(
            "authority",
            pl.col("level").cast(pl.String),
            "period_end",
            "value",
            mark=pl.when(pl.col("value").is_null()).then(published_mark(pl.col("symbol"))),
        )
        .sort(AREA)
    )


def within(rows: pl.DataFrame, areas: Collection[str], when: When) -> pl.DataFrame:
    """Give the rows of some areas: years that end in the span or, where none does, the latest before its end."""
    before = rows.filter(pl.col("authority").is_in(list(areas)) & (pl.col("period_end") <= when.end))
    inside = before.filter(pl.col("period_end") >= when.start)
    return inside if inside.height else before.filter(pl.col("period_end") == pl.col("period_end").max())


def _is_outturn() -> pl.Expr:
    """Whether a period is a year to 31 March, and spending in it was not budgeted only."""
    period = pl.col("period")
    return ~period.str.contains(OTHER_YEAR) & (
        ~period.str.contains("(", literal=True) | period.str.contains(OUTTURN, literal=True)
    )


def _period_end() -> pl.Expr:
    """Give 31 March of the year that a period ends in."""
    first = pl.col("period").str.extract(YEAR, 1).cast(pl.Int32, strict=False)
    second = pl.col("period").str.extract(YEAR, 2).cast(pl.Int32, strict=False)
    return pl.date(pl.coalesce(second + 2000, first), 3, 31)
