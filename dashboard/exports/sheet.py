"""Figures as CSV, safe to open in a spreadsheet."""

from collections.abc import Mapping

import polars as pl

from loaders.safe_cells import harmless
from metrics import Metric, When


def as_csv(figures: pl.DataFrame, metric: Metric, when: When | None) -> bytes:
    """Give the figures as CSV with a byte-order mark: measure, unit, period, then every column as on screen."""
    span = f"{when.start:%Y-%m-%d} to {when.end:%Y-%m-%d}" if when else ""
    about = [
        pl.lit(metric.title).alias("measure"),
        pl.lit(metric.unit.value).alias("unit"),
        pl.lit(span).alias("period"),
    ]
    return b"\xef\xbb\xbf" + harmless(figures.select(*about, pl.all())).write_csv().encode()


def as_sheet(columns: Mapping[str, list[str]]) -> bytes:
    """Give a table of words as CSV with a byte-order mark."""
    return b"\xef\xbb\xbf" + harmless(pl.DataFrame(columns)).write_csv().encode()
