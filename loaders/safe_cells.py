"""Text that a spreadsheet would take for a formula, made harmless."""

import polars as pl
import polars.selectors as cs

FORMULA = r"^[=+\-@\t\r\n＝＋－＠]"
"""A cell of text that starts so would run in a spreadsheet (OWASP: CSV injection); full-width signs do in Japanese."""


def harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """Put a quote before text that a spreadsheet would take for a formula."""
    texts = frame.select(cs.string() | cs.categorical() | cs.enum()).columns
    words = [pl.col(name).cast(pl.String) for name in texts]
    return frame.with_columns(
        pl.when(word.str.contains(FORMULA)).then(pl.concat_str(pl.lit("'"), word)).otherwise(word).alias(name)
        for word, name in zip(words, texts, strict=True)
    )
