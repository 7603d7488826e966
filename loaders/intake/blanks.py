"""Cells in which nothing stands, whatever a system writes for that."""

from typing import Final

NO_MATCH: Final = "#N/A"
BLANKS: Final = [
    *("", "NULL", "null", "(null)", "<null>", "[NULL]", "<NA>", "(blank)"),
    *(NO_MATCH, "N/A", "n/a", "NaN", "nan", "NaT"),
]
"""What systems write for nothing."""
WORDS: Final = [word.encode() for word in BLANKS if word and word.strip("()<>[]") not in BLANKS]


def is_tidy(text: bytes, separator: str) -> bool:
    """Whether no cell of a plain text, its lines ended by a line feed, has a blank at its ends or a word for nothing.

    Looked for anywhere in the text, which is far cheaper than in each of its cells.
    """
    if b'"' in text or separator.isspace() or text[:1].isspace() or text[-1:] == b" ":
        return False
    ends = (separator.encode(), b"\n") if b" " in text else ()
    beside = [pair for end in ends for pair in (b" " + end, end + b" ")]
    return not any(found in text for found in (*beside, *WORDS))
