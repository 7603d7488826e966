"""Ask a metric of a few rows, and set its figures beside a text table."""

from datetime import date

import polars as pl
from polars.testing import assert_frame_equal

from loaders.consolidated import CONSOLIDATED
from metrics import METRICS, When, measure
from tests.table import table

YEAR = When.return_year(2025)
"""1 April 2024 to 31 March 2025."""


def given(**tables: str) -> dict[str, pl.LazyFrame]:
    """Consolidated tables of text tables; the others are empty."""
    empty = {name: schema.create_empty().lazy() for name, schema in CONSOLIDATED.items()}
    return empty | {name: table(text, like=CONSOLIDATED[name]).lazy() for name, text in tables.items()}


def figures(
    slug: str,
    *,
    by: tuple[str, ...] = (),
    where: dict[str, tuple[str, ...]] | None = None,
    when: When = YEAR,
    **tables: str,
) -> pl.DataFrame:
    """Measure of text tables."""
    return measure(METRICS[slug], given(**tables), by=by, where=where, when=when)


def same(found: pl.DataFrame, text: str) -> None:
    """Check the columns that the text table names."""
    expected = table(text)
    as_text = [pl.col(name).cast(pl.String) for name in found.columns if not found.schema[name].is_numeric()]
    shown = found.with_columns(as_text).select(expected.columns)
    told = expected.with_columns(pl.col(pl.Date, pl.Boolean, pl.Null).cast(pl.String))
    assert_frame_equal(shown, _like(told, shown), check_row_order=False, rel_tol=1e-12, abs_tol=1e-9)


def _like(expected: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    return expected.with_columns(pl.col(name).cast(dtype) for name, dtype in found.schema.items())


def at(day: str) -> When:
    """The one day."""
    return When(date.fromisoformat(day), date.fromisoformat(day))
