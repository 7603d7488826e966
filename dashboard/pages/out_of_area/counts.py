"""What the questions about distance from home have in common: the measure, and a count in words."""

from typing import Final

import polars as pl

from dashboard.charts.number_format import written
from metrics.card import Unit

CHILDREN: Final = "children_looked_after"


def top_place(rows: pl.DataFrame) -> tuple[str, str] | None:
    """Give the place of most children, and how many in words; None where nothing is shown."""
    seen = rows.filter(pl.col("value") > 0).sort("value", descending=True)
    return (str(seen["place"][0]), count_words(seen.row(0, named=True))) if seen.height else None


def count_words(row: dict[str, object]) -> str:
    """Write a count, or the mark in its place."""
    value, mark = row["value"], row.get("mark")
    number = float(value) if isinstance(value, int | float) else None
    return written(number, Unit.CHILDREN, None if number is not None else str(mark or "[x]"))
