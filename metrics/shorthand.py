"""What publications write where a figure is held back, as the marks of this product. Said in this one place."""

from typing import Final

import polars as pl

MARKS: Final = {
    "c": "[c]",
    "*": "[c]",
    "x": "[x]",
    ":": "[x]",
    "..": "[x]",
    "-": "[x]",
    "z": "[z]",
    "k": "[low]",
    "low": "[low]",
    "~": "[low]",
    "u": "[u]",
    ".": "[z]",
    "b": "[b]",
    "p": "[p]",
    "e": "[e]",
    "f": "[f]",
    "r": "[r]",
}
"""Confidential; not available; not applicable; rounds to zero; unreliable; then break in series, provisional,
estimated, forecast, revised (government shorthand).

The Department for Education's c, x, z, k, low and u, and `~` (rounds to zero), `:` and `.` of its older tables; `:` and
`..` of the Office for National Statistics; `-`, by which the Local Authority Interactive Tool writes that there is no
figure; * for confidential.
"""

LOW: Final = MARKS["low"]
NOT_AVAILABLE: Final = MARKS["x"]
UNRELIABLE: Final = MARKS["u"]
CONFIDENTIAL: Final = MARKS["c"]


def published_mark(symbol: pl.Expr) -> pl.Expr:
    """Give the mark of a symbol, null of none; a symbol that is not known stands as it was published."""
    return symbol.replace(MARKS)
