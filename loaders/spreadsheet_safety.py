"""Text that a spreadsheet would take for a formula, made harmless."""

from typing import Final

import polars as pl
import polars.selectors as cs

FORMULA: Final = r"^[\s\p{C}]*[=+\-@\t\r\n\x00＝＋－＠]"
"""A cell of text that starts so would run in a spreadsheet (OWASP ASVS 5.0, 1.2.10); full-width signs do in Japanese.

Spaces and invisible marks before the sign are passed over, as some programs strip them when they open a file.
`metrics.output` has the same, as neither room may import the other; a test compares them.
"""


def harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """Put a quote before text, in cells and headings, that a spreadsheet would take for a formula."""
    texts = frame.select(cs.string() | cs.categorical() | cs.enum()).columns
    safe = frame.with_columns(_quoted(pl.col(name).cast(pl.String)).alias(name) for name in texts)
    safe.columns = headings(frame.columns)
    return safe


def headings(names: list[str]) -> list[str]:
    """Give headings of which none is taken for a formula."""
    given = pl.DataFrame({"name": pl.Series(names, dtype=pl.String)})
    return given.select(_quoted(pl.col("name")).alias("name"))["name"].to_list()


def _quoted(word: pl.Expr) -> pl.Expr:
    return pl.when(word.str.contains(FORMULA)).then(pl.concat_str(pl.lit("'"), word)).otherwise(word)
