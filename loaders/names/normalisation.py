"""A name without what writers differ in: case, marks, the legal form, a leading "The"."""

from typing import Final

import polars as pl

LEGAL_FORMS: Final = r"\b(ltd|limited|plc|llp|lp|cic|inc)\b"


def folded(name: pl.Expr) -> pl.Expr:
    """A name folded; two names that fold alike are most likely one, which a person must still confirm."""
    plain = name.str.normalize("NFKD").str.to_lowercase().str.replace_all(r"[\p{Mn}'’`.]", "")
    words = plain.str.replace_all("&", " and ").str.replace_all(r"[^\p{L}\p{N}]+", " ")
    without = words.str.replace_all(LEGAL_FORMS, " ").str.replace(r"^\s*the\b", " ")
    return without.str.replace_all(r"\s+", " ").str.strip_chars()


def in_order(plain: pl.Expr) -> pl.Expr:
    """The words of a folded name by the alphabet: their order does not tell names apart."""
    return plain.str.split(" ").list.sort().list.join(" ")
