"""Cells in which nothing stands, whatever a system writes for that."""

import re
from functools import cache
from typing import Final

import polars as pl

NO_MATCH: Final = "#N/A"
BLANKS: Final = [
    "",
    "NULL",
    "null",
    "(null)",
    "<null>",
    "[NULL]",
    "<NA>",
    "(blank)",
    NO_MATCH,
    "N/A",
    "n/a",
    "NaN",
    "nan",
    "NaT",
]
"""What systems write for nothing."""
WORDS: Final = [word for word in BLANKS if word and not any(other and other in word for other in set(BLANKS) - {word})]
"""Those in which no other of them stands."""
PIECE: Final = 1 << 20
"""How much of a text is looked at in one go."""


def is_tidy(text: bytes, separator: str) -> bool:
    """Whether no cell of a plain text, its lines ended by a line feed, has a blank at its ends or a word for nothing.

    Looked for anywhere in the text, which is far cheaper than in each of its cells.
    """
    if b'"' in text or separator.isspace() or text[:1].isspace() or text[-1:] == b" ":
        return False
    overlap = max(map(len, WORDS))
    pieces = (text[start : start + PIECE + overlap].decode() for start in range(0, len(text), PIECE))
    return not any(pl.Series([piece]).str.contains(_untidy(separator)).any() for piece in pieces)


@cache
def _untidy(separator: str) -> str:
    end = f"[{re.escape(separator)}\n]"
    return "|".join([f" {end}", f"{end} ", *map(re.escape, WORDS)])
