"""Figures as CSV, safe to open in a spreadsheet."""

from collections.abc import Mapping

import polars as pl

from loaders.spreadsheet_safety import harmless
from metrics import Metric, When


def as_csv(figures: pl.DataFrame, metric: Metric, when: When | None) -> bytes:
    """Give the figures as CSV with a byte-order mark: measure, unit, period, then every column as on screen."""
    span = f"{when.start:%Y-%m-%d} to {when.end:%Y-%m-%d}" if when else ""
    about = [
        pl.lit(metric.title).alias("measure"),
        pl.lit(metric.unit.value).alias("unit"),
        pl.lit(span).alias("period"),
    ]
    return as_bytes(figures.select(*about, pl.all()))


def as_sheet(columns: Mapping[str, list[str]]) -> bytes:
    """Give a table of words as CSV with a byte-order mark."""
    return as_bytes(pl.DataFrame(columns))


def as_bytes(frame: pl.DataFrame) -> bytes:
    """Give a frame as CSV with a byte-order mark, which tells Excel its encoding; no cell starts a formula."""
    return b"\xef\xbb\xbf" + harmless(frame).write_csv().encode()
