"""How like two names are: by their letters, and by the words that one has of the other."""

from typing import Final

import numpy as np
import polars as pl
from rapidfuzz import fuzz, process

NEAR: Final = 78
"""Likeness (0 to 100, letters in common of the words in order) below which nothing is proposed."""
AT_ONCE: Final = 500
"""Names held against the register together: bounds the memory, 15 MB for a register of 30,000 texts."""
RARE: Final = 50
"""A name that is part of another has a word that no more texts of the register than this have."""
FOUND: Final = ["name", "text", "provider", "kind", "score"]
BELOW_SURE: Final = 99


def alike(plain: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Names and texts that are nearly the same: name, text, provider, kind, score below 100."""
    texts = known["words"].to_list()
    parts = [_alike(part, texts) for part in plain.iter_slices(AT_ONCE)]
    pairs = pl.concat([pl.DataFrame(schema={"name": pl.String, "at": pl.UInt32, "score": pl.Int16}), *parts])
    return pairs.join(known.with_row_index("at"), on="at").select(FOUND)


def _alike(plain: pl.DataFrame, texts: list[str]) -> pl.DataFrame:
    scores = process.cdist(
        plain["words"].to_list(), texts, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.uint8, workers=1
    )
    rows, columns = np.nonzero(scores)
    return pl.DataFrame(
        {
            "name": plain["name"].gather(rows),
            "at": pl.Series(columns, dtype=pl.UInt32),
            "score": pl.Series(np.minimum(scores[rows, columns], BELOW_SURE), dtype=pl.Int16),
        }
    )


def within(plain: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Names that have all the words of a text, or all of whose words a text has: the same columns.

    The score is 70 and up to 25 more, by how much of the longer one the shorter one is.
    """
    texts = known.with_columns(has=pl.col("words").str.split(" ")).with_row_index("at")
    common = texts.explode("has").group_by("has").len("texts")
    asked = plain.with_columns(has=pl.col("words").str.split(" "))
    pairs = pl.concat(
        [
            _rarest(asked, common, "name")
            .join(texts.explode("has").select("has", "at"), on="has")
            .select("name", "at"),
            _rarest(texts, common, "at")
            .join(asked.explode("has").select("has", "name"), on="has")
            .select("name", "at"),
        ]
    ).unique(maintain_order=True)
    both = pairs.join(asked.select("name", said="has", said_words="words"), on="name").join(texts, on="at")
    shared = pl.col("said").list.set_intersection("has").list.len()
    part = both.filter(shared == pl.min_horizontal(pl.col("said").list.n_unique(), pl.col("has").list.n_unique()))
    long, short = (
        side(pl.col("words", "said_words").str.len_chars()) for side in (pl.max_horizontal, pl.min_horizontal)
    )
    return part.with_columns(score=(70 + 25 * short / long).cast(pl.Int16)).select(FOUND)


def _rarest(rows: pl.DataFrame, common: pl.DataFrame, key: str) -> pl.DataFrame:
    """The word of each row that the fewest texts have, where they are few."""
    words = rows.explode("has").select(key, "has").filter(pl.col("has") != "").join(common, on="has")
    return words.filter(pl.col("texts") <= RARE).sort("texts", "has").unique(key, keep="first")
