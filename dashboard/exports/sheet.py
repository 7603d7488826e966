"""Figures as CSV, safe to open in a spreadsheet."""

from collections.abc import Mapping

import polars as pl
import polars.selectors as cs

from metrics import Metric, When

FORMULA = r"^[=+\-@\t\r]"
"""A cell of text that starts so would run in a spreadsheet (OWASP: CSV injection)."""


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


def harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """Put a quote before text that a spreadsheet would take for a formula."""
    texts = frame.select(cs.string() | cs.categorical() | cs.enum()).columns
    words = [pl.col(name).cast(pl.String) for name in texts]
    return frame.with_columns(
        pl.when(word.str.contains(FORMULA)).then(pl.concat_str(pl.lit("'"), word)).otherwise(word).alias(name)
        for word, name in zip(words, texts, strict=True)
    )
