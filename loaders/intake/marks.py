"""Marks that nobody sees: taken out of every cell of every file, so that what looks the same is the same.

Systems, web pages and word processors leave zero-width characters, byte-order marks, soft hyphens and marks of
direction in what is copied from them. A child's identifier with one is another child to a program, and no other to a
person.
"""

import unicodedata
from typing import Final

import polars as pl

ODD: Final = r"[^ -~\n\r]"
"""Anything but plain letters, digits and signs: only columns with some are looked at closely."""
SPACES: Final = r"[\p{Zs}\t\x0b\x0c\x{85}\x{2028}\x{2029}\x{2800}]"
"""Spaces of any width, tabs and other breaks; line ends stay, for some texts keep their lines."""
UNSEEN: Final = (
    r"[\p{Cf}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    r"\x{34f}\x{115f}\x{1160}\x{17b4}\x{17b5}\x{180b}-\x{180d}\x{3164}\x{fe00}-\x{fe0f}\x{ffa0}]"
)
"""What has no shape: format and control characters, fillers, selectors of a variant."""
HYPHENS: Final = r"[\x{2010}\x{2011}\x{2212}]"
"""Hyphens that do not break, and the minus sign, which word processors put in the place of the usual one."""
WIDE: Final = r"[\x{ff01}-\x{ff5e}]"
"""Letters, digits and signs as wide as a Chinese character."""
NUMERALS: Final = {
    chr(code): str(unicodedata.decimal(chr(code)))
    for code in range(128, 0x20000)
    if unicodedata.category(chr(code)) == "Nd"
} | {"\u066b": ".", "\u066c": ",", "\u060c": ","}
"""Digits of other scripts, such as Arabic and Hindi, and the marks between Arabic ones, by what they are here."""
OTHER_NUMERALS: Final = r"[\p{Nd}--0-9]"
CONTROLS: Final = bytes(code for code in (*range(32), 127) if code not in b"\t\n\r")


def is_plain(text: bytes, separator: str) -> bool:
    """Whether a text of UTF-8, whose cells the separator parts, holds nothing that `unmarked` would change."""
    has_tabs = separator != "\t" and b"\t" in text
    return text.isascii() and not has_tabs and len(text.translate(None, CONTROLS)) == len(text)


def unmarked(frame: pl.DataFrame) -> pl.DataFrame:
    """Cells of text without the marks that nobody sees; every space, hyphen, digit and wide letter is the usual one."""
    names = _with(ODD, frame, frame.columns)
    bare = frame.with_columns(map(_unmarked, names)) if names else frame
    others = _with(OTHER_NUMERALS, bare, names)
    return bare.with_columns(pl.col(others).str.replace_many(NUMERALS)) if others else bare


def _with(pattern: str, frame: pl.DataFrame, names: list[str]) -> list[str]:
    """Which of the columns have a cell with what is looked for."""
    found = frame.select(pl.col(names).str.contains(pattern).any()).row(0) if names else ()
    return [name for name, has in zip(names, found, strict=True) if has]


def _unmarked(name: str) -> pl.Expr:
    bare = pl.col(name).str.replace_all(SPACES, " ").str.replace_all(UNSEEN, "").str.replace_all(HYPHENS, "-")
    return pl.when(bare.str.contains(WIDE)).then(bare.str.normalize("NFKC")).otherwise(bare).alias(name)
